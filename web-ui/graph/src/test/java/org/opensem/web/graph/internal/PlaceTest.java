package org.opensem.web.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;

/** G1–G3: the URL holds day, window, phases and live. */
class PlaceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final long DAY_FROM = Instant.parse("2026-11-18T23:00:00Z").getEpochSecond();
    private static final long DAY_TO = DAY_FROM + 86_400;
    private static final Window DAY = new Window(DAY_FROM, DAY_TO);

    @Test
    void readsItsOwnAddresses() {
        Optional<Window> window = Optional.of(new Window(DAY_FROM, DAY_FROM + 60));
        Place place = new Place(Optional.of(LocalDate.of(2026, 11, 5)), window, Phases.EACH, true, false);

        assertThat(Place.of(place.state())).isEqualTo(place);
        assertThat(Place.of(Map.of()).state()).isEmpty();
    }

    @Test
    void nonsenseIsLeftOut() {
        assertThat(Place.of(Map.of("date", "x", "from", "y", "to", "z", "phase", "l9", "live", "2")))
                .isEqualTo(Place.of(Map.of()));
        assertThat(Place.of(Map.of("from", "2026-11-19T10:00:00Z", "to", "2026-11-19T09:00:00Z")).window()).isEmpty();
    }

    @Test
    void isTodayWithoutADateAndNeverLater() {
        assertThat(Place.of(Map.of()).day(TODAY, BERLIN)).isEqualTo(TODAY);
        assertThat(Place.of(Map.of("date", "2027-01-01")).day(TODAY, BERLIN)).isEqualTo(TODAY);
        assertThat(Place.of(Map.of("date", "2026-11-05")).day(TODAY, BERLIN)).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(Place.of(Map.of("from", "2026-11-04T23:30:00Z", "to", "2026-11-04T23:40:00Z")).day(TODAY, BERLIN))
                .as("the window's local day").isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void liveIsTodayAndLeavesTheWindowForTheWayBack() {
        Place zoomed = Place.of(Map.of("date", "2026-11-05", "from", "2026-11-05T06:00:00Z", "to", "2026-11-05T07:00:00Z"));
        Place live = zoomed.live(true);

        assertThat(live.day(TODAY, BERLIN)).isEqualTo(TODAY);
        assertThat(live.live(false)).as("G3").isEqualTo(zoomed);
    }

    @Test
    void aWindowIsCutToItsDay() {
        Place place = new Place(Optional.empty(), Optional.of(new Window(DAY_FROM - 500, DAY_FROM + 500)), Phases.SUM, false,
                false);

        assertThat(place.shown(DAY_FROM, DAY_TO)).isEqualTo(new Window(DAY_FROM, DAY_FROM + 500));
        assertThat(place.shown(DAY_TO, DAY_TO + 86_400)).as("another day's window")
                .isEqualTo(new Window(DAY_TO, DAY_TO + 86_400));
    }

    @Test
    void theWholeDayIsNoWindow() {
        Place place = Place.of(Map.of("phase", "l2"));
        Place zoomed = place.zoomed(new Window(DAY_FROM + 60, DAY_FROM + 120), DAY, TODAY, TODAY);

        assertThat(zoomed.state()).containsOnlyKeys("from", "to", "phase");
        assertThat(zoomed.zoomed(DAY, DAY, TODAY, TODAY)).isEqualTo(place);
        assertThat(place.zoomed(DAY, DAY, TODAY.minusDays(1), TODAY).state()).containsEntry("date", "2026-11-18");
    }

    @Test
    void anotherDayIsWholeAndKeepsThePhase() {
        Place zoomed = Place.of(Map.of("from", "2026-11-19T06:00:00Z", "to", "2026-11-19T07:00:00Z", "phase", "each",
                "live", "1"));

        assertThat(zoomed.on(LocalDate.of(2026, 11, 18), TODAY).state()).containsOnlyKeys("date", "phase");
        assertThat(zoomed.on(TODAY, TODAY).state()).containsOnlyKeys("phase");
    }

    @Test
    void choosingWhatToMarkIsAPlaceOfItsOwnThatLiveEnds() {
        Place place = Place.of(Map.of("mark", "1", "date", "2026-11-05"));

        assertThat(place.marking()).isTrue();
        assertThat(Place.of(place.state())).isEqualTo(place);
        assertThat(place.zoomed(new Window(DAY_FROM + 60, DAY_FROM + 120), DAY, TODAY, TODAY).marking()).isTrue();
        assertThat(place.live(true).marking()).isFalse();
        assertThat(Place.of(Map.of("live", "1", "mark", "1")).marking()).isFalse();
        assertThat(Place.of(Map.of("live", "1")).marking(true).live()).isFalse();
    }

    @Test
    void aMarkThatFillsTheWindowIsSeenWithWhatLiesAroundIt() {
        Window mark = new Window(DAY_FROM + 1000, DAY_FROM + 2000);
        Place tight = Place.of(Map.of()).zoomed(mark, DAY, TODAY, TODAY).marking(true);
        Place wide = tight.zoomed(new Window(DAY_FROM + 500, DAY_FROM + 2000), DAY, TODAY, TODAY);

        assertThat(tight.marked(mark).window()).contains(new Window(DAY_FROM, DAY_FROM + 3000));
        assertThat(wide.marked(mark).window()).isEqualTo(wide.window());
        assertThat(tight.marked(mark).marking()).isFalse();
        assertThat(Place.of(Map.of()).marked(mark).window()).isEmpty();
    }
}
