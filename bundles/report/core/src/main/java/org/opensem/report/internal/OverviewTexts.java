package org.opensem.report.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opensem.aggregation.Gaps.Gap;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Message;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.report.Pricing;
import org.opensem.report.Report.Note;

/** The heads of the overview's columns and the remarks at its foot, in whichever language it will be read. */
final class OverviewTexts {
    private static final int MINUTE_SECONDS = 60;

    private final Overview overview;

    OverviewTexts(Overview overview) {
        this.overview = overview;
    }

    private static Message text(String key, Object... values) {
        return Message.of(OverviewTexts.class, key, values);
    }

    private static Note note(String id, Object... values) {
        return new Note(id, text("note." + id, values));
    }

    private static Message date(LocalDate day, BiFunction<Dates, LocalDate, String> style) {
        return locale -> style.apply(Formats.of(locale).dates(), day);
    }

    private Message time(ZonedDateTime time) {
        return locale -> Formats.of(locale).dates().time(time.toLocalTime());
    }

    Message day() {
        return date(overview.day(), Dates::full);
    }

    Message head(Column column) {
        LocalDate start = column.period().start().toLocalDate();
        return switch (column.kind()) {
            case DAY, DAY_BEFORE -> date(start, Dates::brief);
            case WEEK -> text("column.week", start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> locale -> start.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Formats.of(locale).locale());
            case YEAR -> Message.plain(String.valueOf(start.getYear()));
        };
    }

    Message detail(Column column) {
        LocalDate start = column.period().start().toLocalDate();
        return switch (column.kind()) {
            case DAY -> column.stretch().running() ? text("column.today", time(overview.asOf())) : text("column.day");
            case DAY_BEFORE -> text("column.day_before");
            case WEEK -> locale -> Formats.of(locale).dates().briefRange(start, start.plusDays(6));
            case MONTH -> Message.plain(String.valueOf(start.getYear()));
            case YEAR -> text("column.year");
        };
    }

    List<Note> notes(boolean demo, boolean catchingUp) {
        List<Note> notes = new ArrayList<>();
        if (demo) {
            notes.add(note("demo"));
        }
        if (catchingUp) {
            notes.add(note("catchup"));
        }
        Column day = overview.column(ColumnKind.DAY);
        if (day.stretch().running()) {
            notes.add(note("running", time(overview.asOf())));
        }
        if (overview.factor() != null) {
            notes.add(note("factor", written(overview.factor())));
        }
        gaps(notes, day);
        if (overview.pricing().state() == Pricing.State.NO_TARIFF) {
            notes.add(note("price"));
        } else if (overview.columns().stream().anyMatch(Column::partlyPriced)) {
            notes.add(note("partly", list(overview.columns().stream().filter(Column::partlyPriced).toList(), column -> "")));
        }
        if (!overview.patterns()) {
            notes.add(note("patterns"));
        }
        return notes;
    }

    private static Message written(BigDecimal factor) {
        BigDecimal stripped = factor.stripTrailingZeros();
        return locale -> Formats.of(locale).number(factor.doubleValue(), Math.max(2, stripped.scale()));
    }

    private void gaps(List<Note> notes, Column day) {
        long missing = day.stretch().missingSeconds();
        if (missing > 0) {
            Message length = Message.plain(Dates.duration(missing));
            notes.add(new Note("gap", overview.gaps().size() == 1
                    ? text("note.gap.one", dayName(day), length, range(overview.gaps().getFirst()))
                    : text("note.gap.more", dayName(day), length, overview.gaps().size())));
        }
        List<Column> others = overview.columns().stream()
                .filter(column -> column.kind() != ColumnKind.DAY && column.stretch().missingSeconds() > 0
                        && column.stretch().coveredSeconds() > 0).toList();
        if (!others.isEmpty()) {
            notes.add(note("missing", list(others,
                    column -> " (" + Dates.duration(column.stretch().missingSeconds()) + ")")));
        }
        overview.first().ifPresent(first -> since(notes, first));
    }

    /** Where the first measurement lies within the columns, the ones before it lack what was never measured. */
    private void since(List<Note> notes, long first) {
        ZonedDateTime start = Instant.ofEpochSecond(first).atZone(overview.asOf().getZone());
        if (overview.columns().stream().anyMatch(column -> column.period().start().isBefore(start))) {
            notes.add(note("since", date(start.toLocalDate(), Dates::date), time(start)));
        }
    }

    private Message dayName(Column day) {
        return day.stretch().running() ? text("note.today") : text("note.on", date(overview.day(), Dates::dayAndMonth));
    }

    private Message list(List<Column> columns, Function<Column, String> more) {
        return locale -> String.join(", ", columns.stream()
                .map(column -> head(column).in(locale) + more.apply(column)).toList());
    }

    private Message range(Gap gap) {
        ZonedDateTime from = Instant.ofEpochSecond(gap.from()).atZone(overview.asOf().getZone());
        ZonedDateTime to = Instant.ofEpochSecond(gap.to()).atZone(overview.asOf().getZone());
        return locale -> {
            Dates dates = Formats.of(locale).dates();
            return gap.to() - gap.from() < MINUTE_SECONDS ? dates.exact(from) : dates.times(from.toLocalTime(), to.toLocalTime());
        };
    }
}
