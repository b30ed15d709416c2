package org.opensem.web.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.web.graph.internal.MarkEntry.Field;
import org.opensem.web.graph.internal.Place.Window;

/** G7: what is entered of a stretch, every fault at once, and the hours that the clock shows twice or never (T2). */
class MarkEntryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);

    private static MarkEntry entry(LocalDate fromDate, String from, LocalDate toDate, String to) {
        return new MarkEntry(fromDate, from == null ? null : LocalTime.parse(from), toDate,
                to == null ? null : LocalTime.parse(to), "");
    }

    private static Window utc(String from, String to) {
        return new Window(Instant.parse(from).getEpochSecond(), Instant.parse(to).getEpochSecond());
    }

    @Test
    void isLocalTimeToTheSecond() {
        MarkEntry entry = entry(DAY, "10:00:05", DAY.plusDays(1), "00:00");

        assertThat(entry.faults(BERLIN)).isEmpty();
        assertThat(entry.stretch(BERLIN, Optional.empty())).contains(utc("2026-11-19T09:00:05Z", "2026-11-19T23:00:00Z"));
    }

    @Test
    void tellsEveryFaultAtOnce() {
        assertThat(new MarkEntry(null, null, null, null, "x".repeat(201)).faults(BERLIN)).isEqualTo(Map.of(
                Field.FROM_DATE, "mark.fault.date", Field.FROM_TIME, "mark.fault.time", Field.TO_DATE, "mark.fault.date",
                Field.TO_TIME, "mark.fault.time", Field.REASON, "mark.fault.long"));
        assertThat(entry(null, "10:00", DAY, null).stretch(BERLIN, Optional.empty())).isEmpty();
    }

    @Test
    void endsAfterItBegins() {
        assertThat(entry(DAY, "10:00", DAY, "10:00").faults(BERLIN))
                .containsExactly(Map.entry(Field.TO_TIME, "mark.fault.order"));
        assertThat(entry(DAY, "10:00", DAY, "10:00").stretch(BERLIN, Optional.empty())).isEmpty();
        assertThat(entry(DAY, "10:00", DAY.minusDays(1), "11:00").faults(BERLIN))
                .containsExactly(Map.entry(Field.TO_DATE, "mark.fault.order"));
    }

    @Test
    void aReasonThatIsTooLongDoesNotHideTheStretch() {
        MarkEntry entry = new MarkEntry(DAY, LocalTime.of(10, 0), DAY, LocalTime.of(11, 0), "x".repeat(201));

        assertThat(entry.faults(BERLIN)).containsOnlyKeys(Field.REASON);
        assertThat(entry.stretch(BERLIN, Optional.empty())).isPresent();
    }

    @Test
    void inAutumnTheDoubledHourIsTakenWhole() {
        assertThat(entry(AUTUMN, "02:10", AUTUMN, "02:50").stretch(BERLIN, Optional.empty()))
                .contains(utc("2026-10-25T00:10:00Z", "2026-10-25T01:50:00Z"));
    }

    @Test
    void aWindowWithinTheDoubledHourIsKeptToTheSecond() {
        Window second = utc("2026-10-25T01:10:00Z", "2026-10-25T01:50:00Z");

        assertThat(MarkEntry.of(second, BERLIN, "").stretch(BERLIN, Optional.of(second))).contains(second);
    }

    @Test
    void inSpringATimeIsMissing() {
        assertThat(entry(SPRING, "02:30", SPRING, "03:30").faults(BERLIN))
                .containsExactly(Map.entry(Field.FROM_TIME, "mark.fault.skipped"));
    }
}
