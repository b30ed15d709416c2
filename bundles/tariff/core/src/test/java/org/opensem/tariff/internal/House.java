package org.opensem.tariff.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;

/** A house whose quarter-hours a test sets; an hour's minutes have each a fifteenth of theirs. */
final class House implements EnergyService {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final TreeMap<Long, Figures> slots = new TreeMap<>();
    /** What the meter says, where that differs. */
    House raw = this;
    private final boolean told;

    House() {
        this(false);
    }

    /** @param raw whether its reports say that they are the meter's */
    House(boolean raw) {
        told = raw;
    }

    static ZonedDateTime local(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN);
    }

    static long second(String time) {
        return local(time).toEpochSecond();
    }

    static Instant instant(String time) {
        return local(time).toInstant();
    }

    static Period day(String date) {
        return period(PeriodKind.DAY, date);
    }

    static Period period(PeriodKind kind, String date) {
        return Period.of(kind, LocalDate.parse(date).atStartOfDay(BERLIN));
    }

    /** Draws the same power all the time, a third of it base load, without phases. */
    House draws(double watts, String from, String to) {
        for (long slot = second(from); slot < second(to); slot += Interval.SECONDS) {
            put(slot, 900, total(Math.round(watts * 900_000)));
        }
        return this;
    }

    /** Energies in mWs, of phases that make up the import. */
    static Energy phased(long l1, long l2, long l3, long base) {
        return new Energy(l1 + l2 + l3, 0, l1, l2, l3, l1 + l2 + l3, base);
    }

    static Energy total(long imported) {
        return new Energy(imported, 0, 0, 0, 0, 0, imported / 3);
    }

    House put(long slot, int covered, Energy energy) {
        slots.put(slot, new Figures(covered, energy, new Extreme(0, slot), new Extreme(1, slot)));
        return this;
    }

    @Override
    public EnergyReport energy(Period period) {
        List<EnergyReport.Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span span : period.parts()) {
            Figures figures = period.kind() == PeriodKind.HOUR ? minute(span) : sum(span);
            buckets.add(new EnergyReport.Bucket(span, figures));
            totals = totals.plus(figures);
        }
        return new EnergyReport(period, buckets, totals, told);
    }

    private Figures sum(Span span) {
        Figures sum = Figures.NONE;
        for (Interval interval : intervals(span.startSecond(), span.endSecond())) {
            sum = sum.plus(interval.figures());
        }
        return sum;
    }

    private Figures minute(Span span) {
        Figures slot = slots.get(Math.floorDiv(span.startSecond(), 900) * 900);
        if (slot == null) {
            return Figures.NONE;
        }
        Energy e = slot.energy();
        return new Figures(slot.coveredSeconds() / 15, new Energy(e.imported() / 15, e.exported() / 15, e.l1() / 15, e.l2() / 15,
                e.l3() / 15, e.phased() / 15, e.base() / 15), slot.min(), slot.max());
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        return slots.subMap(from, to).entrySet().stream().map(slot -> new Interval(slot.getKey(), slot.getValue())).toList();
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public EnergyService raw() {
        return raw;
    }

    @Override
    public AggregationStatus status() {
        return new AggregationStatus(1, false);
    }
}
