package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;

/** A contract's prices in a zone. Immutable. */
final class ContractTariff {
    private final Contract contract;
    private final ZoneId zone;
    private final List<Priced> versions = new ArrayList<>();

    /** A version with its first second, and the first second that is no longer its own. */
    private record Priced(Version version, Tier tier, LowRateTimes lowTimes, long from, long to) {}

    ContractTariff(Contract contract, ZoneId zone) {
        this.contract = contract;
        this.zone = zone;
        for (int i = 0; i < contract.versions().size(); i++) {
            Version version = contract.versions().get(i);
            long to = i + 1 < contract.versions().size() ? start(contract.versions().get(i + 1).validFrom()) : Long.MAX_VALUE;
            versions.add(new Priced(version, version.tier(contract.lastYearKwh()), new LowRateTimes(version.lowRateWindows()),
                    start(version.validFrom()), to));
        }
    }

    ZoneId zone() {
        return zone;
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    List<Rate> rates(long from, long to) {
        RateList list = new RateList(from, to);
        for (Priced priced : versions) {
            long begin = Math.max(from, priced.from());
            long end = Math.min(to, priced.to());
            if (begin >= end) {
                continue;
            }
            if (priced.version().rates() == 1) {
                add(list, priced, begin, end, RateKind.HIGH);
            } else {
                days(list, priced, begin, end);
            }
        }
        return list.rates();
    }

    private static void add(RateList list, Priced priced, long from, long to, RateKind kind) {
        BigDecimal price = kind == RateKind.LOW ? priced.tier().lowPrice() : priced.tier().highPrice();
        list.add(from, to, kind, price, priced.version().co2GramsPerKwh());
    }

    private void days(RateList list, Priced priced, long from, long to) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(from), zone);
        for (long start = start(day); start < to; day = day.plusDays(1)) {
            long end = start(day.plusDays(1));
            day(list, priced, day, start, end);
            start = end;
        }
    }

    /** A day's hours in stretches of one offset each: the hour that comes twice counts twice, the one left out not at all. */
    private void day(RateList list, Priced priced, LocalDate day, long start, long end) {
        long from = start;
        long midnight = day.toEpochDay() * LowRateWindow.DAY;
        boolean plain = end - start == LowRateWindow.DAY && offset(start) == offset(end);
        while (from < end) {
            ZoneOffsetTransition change = plain ? null : zone.getRules().nextTransition(Instant.ofEpochSecond(from));
            long to = change == null ? end : Math.min(end, change.toEpochSecond());
            stretch(list, priced, day, midnight - offset(from), from, to);
            from = to;
        }
    }

    private int offset(long second) {
        return zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    /** @param midnight the second at which the wall clock's day would begin with the stretch's offset */
    private static void stretch(RateList list, Priced priced, LocalDate day, long midnight, long from, long to) {
        long at = from;
        for (LowRateTimes.Stretch low : priced.lowTimes().on(day.getDayOfWeek())) {
            long begin = Math.clamp(midnight + low.from(), at, to);
            long end = Math.clamp(midnight + low.to(), begin, to);
            add(list, priced, at, begin, RateKind.HIGH);
            add(list, priced, begin, end, RateKind.LOW);
            at = end;
        }
        add(list, priced, at, to, RateKind.HIGH);
    }

    Optional<DayTerms> terms(LocalDate day) {
        return contract.on(day).map(version -> new DayTerms(
                version.basePriceOf(day, version.tier(contract.lastYearKwh())), instalment(day), contract.billingYearStart()));
    }

    /** That of the version in force on the month's first day, or of the first one if it begins later in the month. */
    private BigDecimal instalment(LocalDate day) {
        return contract.on(day.withDayOfMonth(1)).orElse(contract.versions().getFirst()).instalment();
    }
}
