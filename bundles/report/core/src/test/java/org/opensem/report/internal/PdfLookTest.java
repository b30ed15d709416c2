package org.opensem.report.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.report.*;
import org.opensem.report.internal.csv.CsvFormat;
import org.opensem.report.internal.pdf.PdfFormat;

class PdfLookTest {
    @Test
    void look() throws Exception {
        House house = new House().measured("2025-07-03T09:00:00", "2026-11-19T03:12:00").measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");
        house.milliwatts = s -> 90_000 + Math.round(150_000 * (1.2 + Math.sin(s / 13000.0))) + (s / 3600 % 24 == 17 ? 700_000 : 0);
        Tariffs t = new Tariffs();
        Prices prices = new Prices(House::cost, t, t, new Prices.Shares());
        ZonedDateTime now = House.at("2026-11-19T20:47:12");
        Overviews o = new Overviews(house);
        var cal = (org.opensem.aggregation.Calibration) () -> org.opensem.aggregation.CorrectionFactors.always(new java.math.BigDecimal("0.97"));
        Overview overview = o.overview(LocalDate.of(2026, 11, 19), now, prices, cal);
        DayHours hours = o.hours(LocalDate.of(2026, 11, 19), House.BERLIN, now, prices);
        Report report = new OverviewReport(overview, hours, "SEM-1a2b3c", true).report();
        for (Locale locale : new Locale[] {Locale.GERMANY, Locale.UK, Locale.US}) {
            try (var out = Files.newOutputStream(Path.of("/tmp/report/" + locale + ".pdf"))) {
                new PdfFormat().write(report, locale, out);
            }
        }
        try (var out = Files.newOutputStream(Path.of("/tmp/report/o.csv"))) {
            new CsvFormat().write(report, Locale.US, out);
        }
    }
}
