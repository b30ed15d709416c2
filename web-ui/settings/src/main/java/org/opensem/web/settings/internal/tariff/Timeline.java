package org.opensem.web.settings.internal.tariff;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of a tariff in time, as of a day. */
final class Timeline {
    private static final int DECEMBER_DAYS = 31;

    private Timeline() {}

    /** Where a version stands. */
    enum State {
        PAST,
        NOW,
        PLANNED,
        /** Its first day cannot be read. */
        OPEN
    }

    /**
     * A version.
     *
     * @param index its place in the document
     * @param from its first day; null if it cannot be read
     * @param until its last day; null if none follows
     */
    record Entry(int index, LocalDate from, LocalDate until, State state) {

        /** Whether it held for exactly one calendar year. */
        boolean isCalendarYear() {
            return from != null && until != null && from.getDayOfYear() == 1 && until.getYear() == from.getYear()
                    && until.getMonth() == Month.DECEMBER && until.getDayOfMonth() == DECEMBER_DAYS;
        }

        String title(TariffWords words) {
            return switch (state) {
                case OPEN -> words.get("version.open");
                case PAST -> isCalendarYear() ? String.valueOf(from.getYear()) : words.get("version.from", words.day(from));
                case NOW -> words.get("version.since", words.day(from));
                case PLANNED -> words.get("version.from", words.day(from));
            };
        }

        String note(TariffWords words) {
            return switch (state) {
                case OPEN -> "";
                case PAST -> words.get("version.until", words.dates().date(until));
                case NOW -> words.get("version.now");
                case PLANNED -> words.get("version.planned");
            };
        }
    }

    static List<Entry> of(TariffDraft tariff, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        int now = tariff.on(today);
        for (int i = 0; i < tariff.versions(); i++) {
            Optional<LocalDate> from = tariff.from(i);
            State state = from.isEmpty() ? State.OPEN : i == now ? State.NOW : from.get().isAfter(today) ? State.PLANNED : State.PAST;
            LocalDate until = tariff.until(i).orElse(null);
            entries.add(new Entry(i, from.orElse(null), until, state == State.PAST && until == null ? State.OPEN : state));
        }
        return entries;
    }
}
