package org.opensem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.language.Formats;
import org.opensem.language.Message;
import org.opensem.report.Cell.Kind;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Section;
import org.opensem.report.Report.Style;
import org.opensem.report.Report.Table;

/** U1, E2: figures of a table by language, one unit and one number of places a column; what is shown of parts adds up. */
class CellTextTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Message TEXT = Message.plain("text");

    private static Row row(String id, Style style, Cell... cells) {
        return new Row(id, TEXT, "", style, List.of(cells));
    }

    private static Row money(String id, Style style, String... amounts) {
        return row(id, style, Arrays.stream(amounts).map(amount -> Cell.money(number(amount), EURO)).toArray(Cell[]::new));
    }

    private static Row energy(String id, String... amounts) {
        return row(id, Style.PLAIN, Arrays.stream(amounts).map(amount -> Cell.of(Kind.ENERGY, number(amount)))
                .toArray(Cell[]::new));
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static Table table(Kind unit, Section... sections) {
        return new Table("t", TEXT, unit, false, List.of(sections));
    }

    private static List<String> column(Table table, int column, Locale locale) {
        CellText texts = new CellText(table, locale);
        return rows(table).map(row -> texts.text(row, column)).toList();
    }

    private static Stream<Row> rows(Table table) {
        return table.sections().stream().flatMap(section -> section.rows().stream());
    }

    @Test
    void partsAreRoundedSuchThatTheyAddUp() {
        // 0.335 + 0.335 + 0.335 = 1.005: each alone would be 0.34, the total 1.01.
        Table table = table(Kind.MONEY,
                new Section(null, List.of(money("total", Style.STRONG, "1.005"), money("budget", Style.PLAIN, "3.266667")),
                        null, null),
                new Section(null, List.of(money("difference", Style.DIFFERENCE, "2.261667")), "budget", "total"),
                new Section(TEXT, List.of(money("base", Style.PLAIN, "0.335"), money("switched", Style.PLAIN, "0.335"),
                        money("price", Style.PLAIN, "0.335")), "total", null),
                new Section(TEXT, List.of(money("heat", Style.PLAIN, "0.2"), money("na", Style.PLAIN, "0.47")), "total",
                        "price"));

        assertThat(column(table, 0, Locale.GERMANY))
                .containsExactly("1,01", "3,27", "+2,26", "0,34", "0,34", "0,33", "0,20", "0,48");
    }

    @Test
    void aColumnHasOneNumberOfPlaces() {
        Table table = table(Kind.ENERGY, new Section(null, List.of(energy("a", "8.294", "1304.7"), energy("b", "0.05", "0.4")),
                null, null));

        assertThat(column(table, 0, Locale.UK)).containsExactly("8.29", "0.05");
        assertThat(column(table, 1, Locale.UK)).containsExactly("1,305", "0");
    }

    @Test
    void whatIsNotKnownIsADashAndNeverZero() {
        Table table = table(Kind.MONEY, new Section(null, List.of(money("a", Style.PLAIN, "1"), money("b", Style.PLAIN, "")),
                null, null),
                new Section(null, List.of(money("c", Style.DIFFERENCE, "")), "a", "b"),
                new Section(null, List.of(money("d", Style.PLAIN, "0.4"), money("e", Style.PLAIN, "")), "a", null));

        assertThat(column(table, 0, Locale.GERMANY)).containsExactly("1,00", "–", "–", "0,40", "–");
        assertThat(new CellText(table, Locale.UK).sign(rows(table).toList().get(2), 0)).isZero();
    }

    @Test
    void anotherUnitThanTheTablesIsWritten() {
        Table table = table(Kind.ENERGY, new Section(null, List.of(energy("a", "8.294"), money("cost", Style.PLAIN, "3.05"),
                row("co2", Style.PLAIN, Cell.of(Kind.CO2, number("2.24"))), row("share", Style.PLAIN, Cell.of(Kind.SHARE,
                        number("0.125"))),
                row("power", Style.PLAIN, Cell.of(Kind.POWER, number("497.4"))), row("runs", Style.PLAIN, Cell.of(Kind.COUNT,
                        number("3"))),
                row("when", Style.PLAIN, Cell.time(ZonedDateTime.parse("2026-11-19T18:15:42+01:00[Europe/Berlin]")))), null,
                        null));

        assertThat(column(table, 0, Locale.GERMANY)).containsExactly("8,29", "3,05\u00a0€", "2,24\u00a0kg", "12,5\u00a0%",
                "497\u00a0W",
                "3", "19.11.2026 18:15:42");
        assertThat(column(table, 0, Locale.US)).contains("€3.05", "12.5\u00a0%", "11/19/2026 6:15:42\u00a0PM");
    }

    @Test
    void aFigureByItselfHasItsUnit() {
        Formats german = Formats.of(Locale.GERMANY);
        assertThat(CellText.text(Cell.of(Kind.ENERGY, number("8.294")), german)).isEqualTo("8,29\u00a0kWh");
        assertThat(CellText.text(Cell.of(Kind.POWER, number("2895")), german)).isEqualTo("2,90\u00a0kW");
        assertThat(CellText.text(Cell.of(Kind.CO2, number("0.4")), german)).isEqualTo("400\u00a0g");
        assertThat(CellText.text(Cell.of(Kind.CO2, null), german)).isEqualTo("–");
    }
}
