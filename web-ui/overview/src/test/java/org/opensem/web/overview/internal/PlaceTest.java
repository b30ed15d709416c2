package org.opensem.web.overview.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.report.OverviewRow;
import org.opensem.web.Unit;

/** U2: day, unit and open tabs stand in the URL, so that Back and a reload keep them. */
class PlaceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Tab SPLIT = new Tab(OverviewRow.TOTAL, LocalDate.of(2026, 11, 18));
    private static final Tab HEAT = new Tab(OverviewRow.HEAT, TODAY);

    @Test
    void theUrlTellsEverything() {
        Place place = new Place(Optional.of(LocalDate.of(2026, 11, 18)), Optional.of(Unit.CO2), List.of(SPLIT, HEAT),
                Optional.of(HEAT));

        assertThat(place.state()).isEqualTo(Map.of("date", "2026-11-18", "unit", "co2", "tabs",
                "total.2026-11-18,heat.2026-11-19",
                "tab", "heat.2026-11-19"));
        assertThat(Place.of(place.state())).isEqualTo(place);
        assertThat(Place.of(Map.of())).isEqualTo(Place.TODAY);
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        assertThat(Place.of(Map.of("date", "19.11.2026", "unit", "miles", "tabs", "total,heat.today,nobody.2026-11-19",
                "tab", "cold.2026-11-19"))).isEqualTo(Place.TODAY);
        assertThat(new Place(Optional.of(TODAY.plusDays(3)), Optional.empty(), List.of(), Optional.empty()).day(TODAY))
                .isEqualTo(TODAY);
    }

    @Test
    void todayHasNoDateSoThatItGoesOnWithTheClock() {
        Place yesterday = Place.TODAY.at(TODAY.minusDays(1), TODAY);

        assertThat(yesterday.state()).containsEntry("date", "2026-11-18");
        assertThat(yesterday.at(TODAY, TODAY).state()).isEmpty();
        assertThat(Place.TODAY.day(TODAY.plusDays(1))).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void theLoadsRowsOpenTheSameTab_U2() {
        for (OverviewRow row : List.of(OverviewRow.TOTAL, OverviewRow.BUDGET, OverviewRow.BASE, OverviewRow.SWITCHED,
                OverviewRow.BASE_PRICE)) {
            assertThat(Tab.behind(row, TODAY)).isEqualTo(new Tab(OverviewRow.TOTAL, TODAY));
        }
        assertThat(Tab.behind(OverviewRow.COLD, TODAY).row()).isEqualTo(OverviewRow.COLD);
    }

    @Test
    void tabsOpenOnceAndCloseToTheLeft() {
        Place open = Place.TODAY.open(SPLIT).open(HEAT).open(SPLIT);
        assertThat(open.tabs()).containsExactly(SPLIT, HEAT);
        assertThat(open.active()).contains(SPLIT);

        Place closed = open.open(HEAT).close(HEAT);
        assertThat(closed.active()).contains(SPLIT);
        assertThat(closed.close(SPLIT)).isEqualTo(Place.TODAY);
        assertThat(open.close(HEAT).active()).as("another one was shown").contains(SPLIT);
    }

    @Test
    void theOldestTabGivesWay() {
        Place place = Place.TODAY;
        for (int i = 0; i < 10; i++) {
            place = place.open(new Tab(OverviewRow.TOTAL, TODAY.minusDays(i)));
        }

        assertThat(place.tabs()).hasSize(8).first().isEqualTo(new Tab(OverviewRow.TOTAL, TODAY.minusDays(2)));
    }
}
