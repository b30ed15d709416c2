package org.opensem.report.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.report.Overview.ColumnKind;

/** Which periods stand beside a day (U1). */
final class Columns {

    private Columns() {}

    static Map<ColumnKind, Period> of(LocalDate day, ZoneId zone) {
        ZonedDateTime start = day.atStartOfDay(zone);
        Map<ColumnKind, Period> columns = new EnumMap<>(ColumnKind.class);
        columns.put(ColumnKind.DAY, Period.of(PeriodKind.DAY, start));
        columns.put(ColumnKind.DAY_BEFORE, Period.of(PeriodKind.DAY, day.minusDays(1).atStartOfDay(zone)));
        columns.put(ColumnKind.WEEK, Period.of(PeriodKind.WEEK, start).previous());
        columns.put(ColumnKind.MONTH, Period.of(PeriodKind.MONTH, start).previous());
        columns.put(ColumnKind.YEAR, Period.of(PeriodKind.YEAR, start).previous());
        return columns;
    }
}
