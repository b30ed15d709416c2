package org.opensem.report.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.report.Report;

/** The document of a day with a gap, in a house with a tariff and a correction factor. */
public final class Examples {
    private Examples() {}

    public static Report overview() {
        House house = new House().measured("2026-09-03T09:10:00", "2026-11-19T03:12:00")
                .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");
        house.milliwatts = second -> second / 3600 % 24 == 17 ? 2_400_000 : 90_000 + second / 60 % 7 * 50_000;
        return overview(house, true);
    }

    static Report overview(House house, boolean priced) {
        Tariffs tariffs = new Tariffs();
        Prices prices = new Prices(priced ? House::cost : report -> Optional.empty(), tariffs, tariffs, new Prices.Shares());
        Calibration calibration = () -> CorrectionFactors.always(new BigDecimal("0.97"));
        ZonedDateTime now = House.at("2026-11-19T20:47:12");
        LocalDate day = LocalDate.of(2026, 11, 19);
        Overviews overviews = new Overviews(house);
        return new OverviewReport(overviews.overview(day, now, prices, calibration),
                overviews.hours(day, House.BERLIN, now, prices), "SEM-1a2b3c", true, false).report();
    }
}
