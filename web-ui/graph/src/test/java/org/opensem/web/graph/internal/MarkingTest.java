package org.opensem.web.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.web.BrowserTab;
import org.opensem.web.chart.Chart;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;

/** G7 without a browser: a stretch is chosen, marked, listed and taken back, and the window's figures follow. */
class MarkingTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-19T20:00:00+01:00[Europe/Berlin]");
    private static final long TEN = second("2026-11-19T10:00:00");

    private final InMemorySampleStore store = new InMemorySampleStore();
    private final BrowserTab context = new BrowserTab();
    private final Source source = new Source() {
        @Override
        public ZonedDateTime now() {
            return NOW;
        }

        @Override
        public Optional<Sample> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<WindowFigures> figures(Window window, Phases phases) {
            return Optional.of(WindowFigures.read(store, List.of(), MarkedSeconds.of(store.list()), CorrectionFactors.NONE,
                    window, phases));
        }

        @Override
        public OptionalLong first(Window window) {
            return OptionalLong.of(TEN);
        }

        @Override
        public Optional<List<InvalidRange>> marks() {
            return away ? Optional.empty() : Optional.of(store.list());
        }

        @Override
        public boolean mark(Window stretch, String reason) {
            if (!away) {
                store.mark(stretch.from(), stretch.to(), reason);
            }
            return !away;
        }

        @Override
        public boolean takeBack(long id) {
            return !away && store.takeBack(id);
        }
    };
    private boolean away;
    private GraphView view;

    private static long second(String local) {
        return LocalDateTime.parse(local).atZone(BrowserTab.BERLIN).toEpochSecond();
    }

    @BeforeEach
    void twoHoursOfAKilowatt() {
        List<Sample> samples = new ArrayList<>();
        for (long second = TEN; second < TEN + 7200; second++) {
            samples.add(Sample.ofTotal(second, 1_000_000));
        }
        store.write(samples, WriteMode.KEEP);
        view = new GraphView(source, context, task -> () -> { });
    }

    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString().replace('\u00a0', ' ');
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append(element.getText().isEmpty() ? "" : "|");
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
        }
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(MarkingTest::all));
    }

    private <C> List<C> find(Class<C> type) {
        return all(view).filter(type::isInstance).map(type::cast).toList();
    }

    private void press(String text) {
        Button button = find(Button.class).stream().filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private void type(int field, LocalTime time) {
        TimePicker picker = find(TimePicker.class).get(field);
        LocalTime before = picker.getValue();
        picker.setValue(time);
        ComponentUtil.fireEvent(picker, new ComponentValueChangeEvent<>(
                picker, picker, before, true));
    }

    private void zoom(String from, String to) {
        context.go(new Place(Optional.empty(), Optional.of(new Window(second(from), second(to))), Phases.SUM, false,
                Place.of(context.state).marking()).state());
    }

    @Test
    void whatIsTypedIsMarkedAndTheFiguresFollowUntilItIsTakenBack() {
        assertThat(text(view)).contains("Energie|2,00 |kWh|").doesNotContain("Ungültig markiert|");
        press("Ungültig markieren");
        assertThat(context.state).containsEntry("mark", "1");
        type(0, LocalTime.of(10, 30));
        type(1, LocalTime.of(11, 0));
        assertThat(text(view)).contains("30 min mit 0,50 kWh zählen dann nicht mehr.");
        find(TextField.class).getFirst().setValue(" Zähler getauscht ");
        press("Markieren");

        assertThat(context.state).doesNotContainKey("mark");
        assertThat(store.list()).extracting(InvalidRange::from, InvalidRange::to, InvalidRange::reason)
                .containsExactly(tuple(TEN + 1800, TEN + 3600, "Zähler getauscht"));
        assertThat(text(view)).contains("Energie|1,50 |kWh|", "Ungültig markiert|10:30–11:00|30 min · Zähler getauscht|",
                "19.11.2026, 10:30–11:00 zählt nicht mehr.");
        press("Zurücknehmen");

        assertThat(store.list()).isEmpty();
        assertThat(text(view)).contains("Energie|2,00 |kWh|", "19.11.2026, 10:30–11:00 zählt wieder.")
                .doesNotContain("Ungültig markiert|");
    }

    @Test
    void theZoomedWindowIsTheStretchUntilSomethingIsTyped() {
        zoom("2026-11-19T10:15:00", "2026-11-19T10:45:00");
        press("Ungültig markieren");
        assertThat(find(TimePicker.class)).extracting(TimePicker::getValue)
                .containsExactly(LocalTime.of(10, 15), LocalTime.of(10, 45));
        zoom("2026-11-19T10:20:00", "2026-11-19T10:40:00");
        assertThat(find(TimePicker.class).getFirst().getValue()).isEqualTo(LocalTime.of(10, 20));

        type(1, LocalTime.of(10, 50));
        zoom("2026-11-19T10:48:00", "2026-11-19T10:52:00");
        assertThat(find(TimePicker.class)).extracting(TimePicker::getValue)
                .containsExactly(LocalTime.of(10, 20), LocalTime.of(10, 50));
        press("Aus dem Fenster übernehmen");
        assertThat(find(TimePicker.class)).extracting(TimePicker::getValue)
                .containsExactly(LocalTime.of(10, 48), LocalTime.of(10, 52));
    }

    @Test
    void aMarkThatFillsTheWindowWidensIt() {
        zoom("2026-11-19T10:15:00", "2026-11-19T10:45:00");
        press("Ungültig markieren");
        press("Markieren");

        assertThat(context.state).containsEntry("from", "2026-11-19T08:45:00Z").containsEntry("to", "2026-11-19T10:15:00Z");
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void everyFaultIsToldBesideItsFieldAndNothingIsMarked() {
        press("Ungültig markieren");
        // The first one is the head's calendar.
        List<DatePicker> dates = find(DatePicker.class).subList(1, 3);
        dates.getFirst().clear();
        press("Markieren");

        assertThat(dates).extracting(DatePicker::isInvalid).containsExactly(true, false);
        assertThat(find(TimePicker.class)).extracting(TimePicker::getErrorMessage)
                .containsExactly("Etwa 14:30 eintragen.", "Etwa 14:30 eintragen.");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void whileTheStoreIsAwayItSaysSoAndKeepsWhatWasEntered() {
        zoom("2026-11-19T10:15:00", "2026-11-19T10:45:00");
        press("Ungültig markieren");
        away = true;
        press("Markieren");

        assertThat(text(view)).contains("Der Speicher antwortet gerade nicht.");
        assertThat(find(TimePicker.class).getFirst().getValue()).isEqualTo(LocalTime.of(10, 15));
        away = false;
        press("Markieren");
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void theDaysMarksComeFirstAndTheOthersWithTheirDate() {
        long day = 86_400;
        store.mark(TEN - 30 * day, TEN - 29 * day, "");
        store.mark(TEN - 2 * day, TEN - 2 * day + 65, "");
        store.mark(TEN, TEN + 600, "");
        store.mark(TEN + day, TEN + day + 60, "");
        store.mark(TEN + 2 * day, TEN + 2 * day + 60, "");
        view = new GraphView(source, context, task -> () -> { });

        assertThat(text(view)).contains("Ungültig markiert|10:00–10:10|10 min|Zurücknehmen|21.11.2026, 10:00–10:01|",
                "17.11.2026, 10:00:00–10:01:05|", "1 weitere zeigen|").doesNotContain("20.10.2026");
        press("1 weitere zeigen");
        assertThat(text(view)).contains("20.10.2026 11:00 – 21.10.2026 11:00|24 h|").doesNotContain("weitere zeigen");
    }

    @Test
    void aMarkLeadsToItsDay() {
        store.mark(TEN - 86_400, TEN - 86_000, "");
        view = new GraphView(source, context, task -> () -> { });
        NativeButton see = find(NativeButton.class).stream().filter(b -> b.getText().startsWith("18.11.2026")).findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(see, new ClickEvent<>(see));

        assertThat(context.state).isEqualTo(Map.of("date", "2026-11-18"));
    }

    @Test
    void aMarkIsNoGapAndTheChartIsToldOfIt() {
        view = new GraphView(source, context, task -> () -> { });
        String before = text(view);
        store.mark(TEN, TEN + 3600, "Störung");
        view = new GraphView(source, context, task -> () -> { });

        // 10 h since the first second, 2 h of them measured; 20 s may still be on their way.
        assertThat(before).contains("8 h ohne Messwerte|");
        assertThat(text(view)).contains("8 h ohne Messwerte|", "Gemessen|von 20 h|1 h|");
        assertThat(find(Chart.class).getFirst().getElement().getPropertyRaw("spec").toString())
                .contains("\"invalid\":[{\"from\":" + TEN + ",\"to\":" + (TEN + 3600) + ",\"text\":\"Störung\"}]");
    }
}
