package org.opensem.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.language.Formats;

class ComponentsTest {
    private final Formats german = Formats.of(Locale.GERMANY);

    @Test
    void aFigureReadsAsItsQuantityAndKeepsItsElements() {
        Figure figure = new Figure(german.power(497));
        List<Element> before = figure.getElement().getChildren().toList();
        assertThat(figure.getText()).isEqualTo("497\u00a0W");
        figure.set(german.energy(8.29));
        assertThat(figure.getText()).isEqualTo("8,29\u00a0kWh");
        figure.set(Formats.of(Locale.UK).money(new BigDecimal("-3.05"), Currency.getInstance("GBP")));
        assertThat(figure.getText()).isEqualTo("\u2212£3.05");
        figure.clear();
        assertThat(figure.getText()).isEqualTo("\u2013");
        assertThat(figure.getElement().getChildren().toList()).isEqualTo(before);
    }

    @Test
    void aChipSaysWhetherItIsPressedAndTellsOfClicks() {
        List<Boolean> told = new ArrayList<>();
        Chip chip = new Chip("Historie", true, told::add);
        assertThat(chip.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        ComponentUtil.fireEvent(chip, new ClickEvent<>(chip));
        assertThat(chip.isPressed()).isFalse();
        assertThat(chip.getElement().getAttribute("aria-pressed")).isEqualTo("false");
        chip.setPressed(true);
        assertThat(told).containsExactly(false);
    }

    @Test
    void segmentsTellOnlyOfTheUsersChoice() {
        LinkedHashMap<String, String> options = new LinkedHashMap<>();
        options.put("day", "Tag");
        options.put("week", "Woche");
        List<String> told = new ArrayList<>();
        Segments<String> segments = new Segments<>("Zeitraum", options, "day", told::add);
        segments.setValue("week");
        assertThat(segments.getValue()).isEqualTo("week");
        assertThat(segments.getAriaLabel()).contains("Zeitraum");
        segments.relabel(Map.of("day", "1 Tag", "week", "7 Tage"));
        assertThat(segments.getItemLabelGenerator().apply("week")).isEqualTo("7 Tage");
        assertThat(segments.getValue()).isEqualTo("week");
        assertThat(told).isEmpty();
    }

    @Test
    void aPanelHasATitleABodyAndATableButton() {
        Span body = new Span("body");
        List<String> told = new ArrayList<>();
        Panel panel = new Panel("history", "Historie").body(body).onTable("als Tabelle", () -> told.add("table"));
        assertThat(panel.getClassNames()).contains("card", "p-history");
        assertThat(panel.getElement().getAttribute("aria-label")).isEqualTo("Historie");
        IconButton button = (IconButton) panel.getChildren().findFirst().orElseThrow().getChildren()
                .filter(IconButton.class::isInstance).findFirst().orElseThrow();
        assertThat(button.getElement().getAttribute("aria-label")).isEqualTo("Historie: als Tabelle");
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        assertThat(told).containsExactly("table");
        panel.setTitle("Kosten");
        assertThat(button.getElement().getAttribute("aria-label")).isEqualTo("Kosten: als Tabelle");
        panel.setTableOffered(false);
        assertThat(button.isVisible()).isFalse();
        Span other = new Span("other");
        panel.replaceBody(other);
        assertThat(panel.getChildren().toList()).contains(other).doesNotContain(body);
    }

    @Test
    void whatIsMissingIsSaidWithTheNextStepWhereItCanBeTaken() {
        List<String> told = new ArrayList<>();
        Banner banner = new Banner().step("Preis eintragen", () -> told.add("price"));
        assertThat(banner.isVisible()).isFalse();
        banner.tell("Der Preis fehlt.", true);
        assertThat(banner.isVisible()).isTrue();
        NativeButton step = (NativeButton) banner.getChildren().toList().getLast();
        ComponentUtil.fireEvent(step, new ClickEvent<>(step));
        assertThat(told).containsExactly("price");
        banner.tell("Der Preis fehlt.", false);
        assertThat(step.isVisible()).isFalse();
        banner.tell("", true);
        assertThat(banner.isVisible()).isFalse();

        Say say = new Say("table");
        say.tell("Noch nichts", "Es kommt von selbst.");
        say.offer(true);
        assertThat(say.getChildren().toList().getLast().isVisible()).as("there is no step").isFalse();
        say.step("Graphik", () -> told.add("graph")).offer(true);
        assertThat(say.getChildren().toList().getLast().isVisible()).isTrue();
    }

    @Test
    void aPeriodPickerTurnsAndGoesNoFurtherThanToday_V1() {
        List<String> told = new ArrayList<>();
        PeriodPicker picker = new PeriodPicker("verglichen mit", "comparison", Locale.GERMANY, new PeriodPicker.Turn() {
            @Override
            public void back() {
                told.add("back");
            }

            @Override
            public void ahead() {
                told.add("ahead");
            }
        }, day -> told.add(day.toString()));
        picker.show("verglichen mit", "Do 12. November 2026");
        picker.setDay(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 19), false);
        List<IconButton> buttons = picker.getChildren().filter(IconButton.class::isInstance).map(IconButton.class::cast).toList();

        assertThat(buttons).extracting(button -> button.getElement().getAttribute("aria-label"))
                .containsExactly("verglichen mit: Zurück", "verglichen mit: Weiter", "verglichen mit: Kalender");
        assertThat(buttons.get(1).isEnabled()).isFalse();
        ComponentUtil.fireEvent(buttons.getFirst(), new ClickEvent<>(buttons.getFirst()));
        assertThat(told).containsExactly("back");
    }
}
