package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.EnergyReport.Bucket;

/** T4: what was not measured is found from when to when; what is yet to come, or was before the first second, is no gap. */
class GapsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final TreeMap<Long, Long> measured = new TreeMap<>();
    private final Gaps gaps = new Gaps();
    private int asked;

    private static long at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse("2026-11-" + local), BERLIN).toEpochSecond();
    }

    private GapsTest measured(String from, String to) {
        measured.put(at(from), at(to));
        return this;
    }

    private EnergyReport report(Period period) {
        asked++;
        List<Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span span : period.parts()) {
            long covered = measured.entrySet().stream().mapToLong(stretch -> Math.max(0,
                    Math.min(span.endSecond(), stretch.getValue()) - Math.max(span.startSecond(), stretch.getKey()))).sum();
            Figures figures = new Figures(covered, Energy.NONE, null, null);
            buckets.add(new Bucket(span, figures));
            totals = totals.plus(figures);
        }
        return new EnergyReport(period, buckets, totals);
    }

    private Gaps.Missing missing(PeriodKind kind, String within, String now) {
        Period period = Period.of(kind, ZonedDateTime.of(LocalDateTime.parse("2026-11-" + within), BERLIN));
        return gaps.of(report(period), measured.firstKey(), at(now), this::report);
    }

    @Test
    void oneGapHasItsTimes() {
        measured("01T00:00:00", "19T03:12:00").measured("19T03:41:00", "19T20:47:12");

        assertThat(missing(PeriodKind.DAY, "19T00:00:00", "19T20:47:12").gaps())
                .containsExactly(new Gaps.Gap(at("19T03:12:00"), at("19T03:41:00"), 29 * 60));
        assertThat(missing(PeriodKind.HOUR, "19T03:00:00", "19T20:47:12").seconds()).isEqualTo(29 * 60);
        assertThat(missing(PeriodKind.MONTH, "19T00:00:00", "19T20:47:32")).isEqualTo(new Gaps.Missing(29 * 60, List.of()));
        assertThat(missing(PeriodKind.DAY, "18T00:00:00", "19T20:47:12")).isEqualTo(Gaps.Missing.NONE);
    }

    @Test
    void aGapOverHoursIsOneAndAShortOneIsToldByItsMinute() {
        measured("18T00:00:00", "19T03:12:30").measured("19T06:00:40", "19T08:20:10").measured("19T08:20:13", "19T20:47:12");

        assertThat(missing(PeriodKind.DAY, "19T00:00:00", "19T20:47:12").gaps()).containsExactly(
                new Gaps.Gap(at("19T03:12:30"), at("19T06:00:40"), 2 * 3600 + 48 * 60 + 10),
                new Gaps.Gap(at("19T08:20:57"), at("19T08:21:00"), 3));
    }

    @Test
    void whatIsOnItsWayAndWhatWasBeforeTheFirstSecondIsNotMissing() {
        measured("19T10:15:00", "19T20:47:00");

        assertThat(missing(PeriodKind.DAY, "19T00:00:00", "19T20:47:12")).isEqualTo(Gaps.Missing.NONE);
        assertThat(missing(PeriodKind.DAY, "20T00:00:00", "19T20:47:12")).isEqualTo(Gaps.Missing.NONE);
    }

    @Test
    void anHourIsLookedAtAgainOnlyWhenItHasChanged() {
        measured("18T00:00:00", "19T03:12:00").measured("19T03:41:00", "19T20:47:12");
        missing(PeriodKind.DAY, "19T00:00:00", "19T20:47:12");
        int first = asked;
        missing(PeriodKind.DAY, "19T00:00:00", "19T20:47:12");

        assertThat(asked - first).as("the day alone").isEqualTo(1);
    }
}
