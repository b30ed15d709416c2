package org.opensem.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.report.Report;
import org.opensem.report.Report.Note;
import org.opensem.report.Report.Table;
import org.opensem.testkit.TestClock;

/** U3: the overview as a document: its texts in both languages, its tables, its remarks. */
class OverviewReportTest {
    private final Report report = Examples.overview();

    private static List<String> heads(Report report, Locale locale) {
        return report.columns().stream().map(column -> column.name().in(locale) + "|" + column.detail().in(locale)).toList();
    }

    @Test
    void theColumnsHaveTheirNamesInTheReadersLanguage_E2() {
        assertThat(heads(report, Locale.GERMANY)).containsExactly(
                "Do 19. Nov.|heute bis 20:47", "Mi 18. Nov.|Vortag", "KW 46|9.–15. Nov.", "Oktober|2026", "2025|Jahr");
        assertThat(heads(report, Locale.US)).containsExactly("Thu, Nov 19|today until 8:47\u00a0PM", "Wed, Nov 18|Day before",
                "Week 46|Nov 9–15", "October|2026", "2025|Year");
        assertThat(report.subtitle().in(Locale.UK)).isEqualTo("Thursday, 19 November 2026");
    }

    @Test
    void theRemarksTellFactorGapAndBeginning_U3() {
        assertThat(report.notes()).extracting(Note::id)
                .containsExactly("demo", "running", "factor", "gap", "since", "partly", "patterns");
        assertThat(report.notes().stream().map(note -> note.text().in(Locale.GERMANY))).contains("Korrekturfaktor 0,97.",
                "Heute fehlen 29\u00a0min (03:12–03:41); die Summen zählen nur, was gemessen ist.",
                "Gemessen wird seit 03.09.2026, 09:10.");
        assertThat(report.notes().stream().map(note -> note.text().in(Locale.UK))).contains("Correction factor 0.97.");
    }

    @Test
    void withoutPricesThereIsNoTableOfMoneyAndARemark_U1() {
        House house = new House().measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");
        Report priceless = Examples.overview(house, false);

        assertThat(priceless.tables()).extracting(Table::id).containsExactly("energy", "measured");
        assertThat(priceless.notes()).extracting(Note::id).contains("price").doesNotContain("gap");
        assertThat(report.tables()).extracting(Table::id).containsExactly("cost", "energy", "co2", "measured");
    }

    @Test
    void whatWasMadeWhileTheFiguresCaughtUpSaysSo_T4() {
        House house = new House().measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");
        OverviewComponent component = new OverviewComponent(house, new TestClock(House.at("2026-11-19T20:47:12").toInstant()));
        LocalDate day = LocalDate.of(2026, 11, 19);
        Supplier<List<String>> remarks = () -> component
                .report(component.overview(day, House.BERLIN), component.hours(day, House.BERLIN)).notes().stream()
                .map(note -> note.text().in(Locale.GERMANY)).toList();
        String remark = "Die Zahlen wurden noch berechnet: Summen können zu klein sein.";

        assertThat(remarks.get()).doesNotContain(remark);
        house.status = new AggregationStatus(1, true, Duration.ofSeconds(4));
        assertThat(remarks.get()).first().isEqualTo(remark);
    }

    @Test
    void theFileHasTheDayInItsName() {
        assertThat(report.fileName("pdf")).isEqualTo("opensem-overview-2026-11-19.pdf");
    }
}
