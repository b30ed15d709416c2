package org.opensem.report.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.report.Cell;
import org.opensem.report.Report;
import org.opensem.report.internal.Examples;

/** U3: the CSV is for machines: one header, ids, ISO times, dots, nothing where nothing is known, the same in every language. */
class CsvFormatTest {
    private final CsvFormat format = new CsvFormat();

    private String written(Report report, Locale locale) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, locale, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, NamedCsvRecord> records(Report report) throws Exception {
        return CsvReader.builder().ofNamedCsvRecord(written(report, Locale.GERMANY)).stream()
                .collect(Collectors.toMap(record -> record.getField("table") + "." + record.getField("row"),
                        Function.identity()));
    }

    @Test
    void everyRowHasAUnitAndAFigureForEachColumn() throws Exception {
        Report report = Examples.overview();
        String text = written(report, Locale.GERMANY);

        assertThat(text).startsWith("""
                table,row,unit,day,day_before,week,month,year
                period,start,,2026-11-19T00:00:00+01:00,2026-11-18T00:00:00+01:00,2026-11-09T00:00:00+01:00,\
                2026-10-01T00:00:00+02:00,2025-01-01T00:00:00+01:00
                period,end,,2026-11-20T00:00:00+01:00,2026-11-19T00:00:00+01:00,2026-11-16T00:00:00+01:00,\
                2026-11-01T00:00:00+01:00,2026-01-01T00:00:00+01:00
                """);
        Map<String, NamedCsvRecord> records = records(report);
        assertThat(records.get("cost.total").getField("unit")).isEqualTo("EUR");
        assertThat(records.get("energy.budget").getField("day")).isEqualTo("10.208333");
        assertThat(records.get("energy.total").getField("year")).as("not measured, not 0").isEmpty();
        assertThat(new BigDecimal(records.get("cost.base").getField("day")).add(new BigDecimal(records.get("cost.switched")
                .getField("day")))
                .add(new BigDecimal(records.get("cost.base_price").getField("day"))))
                .isEqualByComparingTo(records.get("cost.total").getField("day"));
        assertThat(records.get("measured.coverage").getField("day")).isEqualTo("0.845972");
        assertThat(records).containsKeys("energy.heat", "co2.not_assigned", "cost.difference");
    }

    @Test
    void theLanguageMakesNoDifference() throws Exception {
        Report report = Examples.overview();

        assertThat(written(report, Locale.US)).isEqualTo(written(report, Locale.GERMANY));
    }

    @Test
    void aRowWithSeveralUnitsTakesALineForEach() throws Exception {
        Message text = Message.plain("a, \"b\"");
        Report any = Examples.overview();
        Report report = new Report("any", text, text, any.span(), any.created(), "", List.of(), null,
                List.of(new Report.Column("kwh", text, text, null), new Report.Column("max", text, text, null),
                        new Report.Column("at", text, text, null)),
                List.of(new Report.Table("hours", text, null, false, List.of(new Report.Section(null,
                        List.of(new Report.Row("h0", text,
                        "", Report.Style.PLAIN, List.of(Cell.of(Cell.Kind.ENERGY, new BigDecimal("0.5")),
                                Cell.of(Cell.Kind.POWER, new BigDecimal("2895.5")), Cell.time(any.created())))), null, null)))),
                List.of());

        assertThat(written(report, Locale.UK)).isEqualTo("""
                table,row,unit,kwh,max,at
                period,start,,,,
                period,end,,,,
                hours,h0,kWh,0.5,,
                hours,h0,W,,2895.5,
                hours,h0,1,,,2026-11-19T20:47:12+01:00
                """);
    }
}
