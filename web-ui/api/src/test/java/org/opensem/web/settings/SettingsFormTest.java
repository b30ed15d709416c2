package org.opensem.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.BlurNotifier.BlurEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier.FocusEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.settings.Fields;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.InMemorySettings;

/** Bad input is told beside its field, all at once, and nothing is half saved (E3, issue 5). */
class SettingsFormTest {
    private final InMemorySettings settings = new InMemorySettings(new Fence())
            .at(Instant.parse("2026-11-19T12:00:00Z"));
    private final SectionTab context = new SectionTab(settings);
    private final SettingsForm form = new SettingsForm(context, "fence", "Zaun");
    private final FormFields fields = form.fields();
    private final TextField price = fields.number("price", "Preis", NumberStyle.of("ct").places(2).hundredths());
    private final TextField name = fields.text("name", "Name");

    /** A group with a price from 0 to 1, a short name, and posts that stand apart. */
    private static final class Fence implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("fence", "test.fence", 10);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new TreeMap<>();
            document.put("price", fields.number("price", "0", "1").orElse(new BigDecimal("0.30")));
            document.put("name", fields.text("name", 10, "Haus"));
            List<Map<String, Object>> posts = new ArrayList<>();
            HashSet<BigDecimal> places = new HashSet<>();
            for (Fields post : fields.parts("posts", 9)) {
                BigDecimal at = post.required("at", post.number("at", "0", "99"), BigDecimal.ONE.negate());
                if (at.signum() >= 0 && !places.add(at)) {
                    fields.fault("posts", Message.plain("Zwei stehen gleich."));
                }
                posts.add(Map.of("at", at));
            }
            document.put("posts", posts);
            return document;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("length", 12);
        }
    }

    /** Settings that somebody else changes the moment after a document was read. */
    private static final class Interrupted {
        private final Settings inner;
        private Runnable next = () -> { };

        Interrupted(Settings inner) {
            this.inner = inner;
        }

        Settings settings() {
            return (Settings) Proxy.newProxyInstance(Settings.class.getClassLoader(), new Class<?>[] {Settings.class},
                    (self, method, arguments) -> {
                        Object result = method.invoke(inner, arguments);
                        if (method.getName().equals("read")) {
                            Runnable now = next;
                            next = () -> { };
                            now.run();
                        }
                        return result;
                    });
        }
    }

    private <C extends AbstractField<C, V>, V> void type(C field, V value) {
        V old = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, old, true));
    }

    private static void leave(TextField field) {
        ComponentUtil.fireEvent(field, new BlurEvent<>(field, true));
    }

    private static Stream<Component> all(Component component) {
        return component instanceof Text || component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(SettingsFormTest::all)) : Stream.empty();
    }

    private void press(String text) {
        press(form, text);
    }

    private static void press(SettingsForm form, String text) {
        all(form).filter(Button.class::isInstance).map(Button.class::cast).filter(button -> button.getText().equals(text))
                .findFirst().orElseThrow().click();
    }

    private String bar() {
        return all(form).filter(SaveBar.class::isInstance).map(bar -> text(bar.getElement())).findFirst().orElse("");
    }

    private static String text(Element element) {
        return element.isTextNode() ? element.getText()
                : element.isVisible() ? element.getChildren().map(SettingsFormTest::text).reduce("", String::concat) : "";
    }

    private Object stored(String field) {
        return settings.read("fence").orElseThrow().get(field);
    }

    @Test
    void showsTheDocumentAndNothingToSave() {
        assertThat(price.getValue()).isEqualTo("30,00");
        assertThat(name.getValue()).isEqualTo("Haus");
        assertThat(bar()).isEmpty();
        assertThat(context.unsaved).isFalse();
    }

    @Test
    void savesTheWholeDocumentOnce() {
        type(price, "34,205");
        type(name, "Hof");
        assertThat(bar()).contains("Noch nicht gespeichert.");
        assertThat(context.unsaved).isTrue();
        assertThat(settings.history("fence")).as("not before Save").isEmpty();

        press("Speichern");
        assertThat((BigDecimal) stored("price")).isEqualByComparingTo("0.34205");
        assertThat(stored("name")).isEqualTo("Hof");
        assertThat(settings.history("fence")).hasSize(1).first().extracting("origin").isEqualTo("console");
        assertThat(bar()).startsWith("Gespeichert.");
        assertThat(context.unsaved).isFalse();
    }

    @Test
    void everyFaultStandsBesideItsFieldAndNothingIsSaved() {
        type(price, "34.20");
        type(name, "Ein sehr langer Name");

        assertThat(price.isInvalid()).isTrue();
        assertThat(price.getErrorMessage()).isEqualTo("Ist keine Zahl wie 34,20.");
        assertThat(name.getErrorMessage()).isEqualTo("Höchstens 10 Zeichen.");
        assertThat(bar()).contains("2 Felder brauchen eine Korrektur: Preis, Name.");
        press("Speichern");
        assertThat(settings.history("fence")).isEmpty();
        assertThat(price.getValue()).as("as it was typed").isEqualTo("34.20");

        type(price, "134,20");
        assertThat(price.getErrorMessage()).isEqualTo("Muss zwischen 0 und 1 liegen.");
        type(price, "34,20");
        type(name, "Hof");
        assertThat(price.isInvalid() || name.isInvalid()).isFalse();
        press("Speichern");
        assertThat(stored("name")).isEqualTo("Hof");
    }

    @Test
    void aFaultWaitsUntilTheFieldIsLeft() {
        ComponentUtil.fireEvent(price, new FocusEvent<>(price, true));
        type(price, "3x");
        assertThat(price.isInvalid()).as("still typing").isFalse();
        leave(price);
        assertThat(price.isInvalid()).isTrue();

        ComponentUtil.fireEvent(price, new FocusEvent<>(price, true));
        type(price, "3");
        assertThat(price.isInvalid()).as("put right while typing").isFalse();
        leave(price);
        assertThat(price.getValue()).as("in its normal form").isEqualTo("3,00");
    }

    @Test
    void discardBringsBackWhatIsSaved() {
        type(price, "x");
        type(name, "Hof");
        press("Verwerfen");

        assertThat(price.getValue()).isEqualTo("30,00");
        assertThat(price.isInvalid()).isFalse();
        assertThat(name.getValue()).isEqualTo("Haus");
        assertThat(bar()).isEmpty();
        assertThat(context.unsaved).isFalse();
    }

    @Test
    void aFieldThatNobodyTouchedIsToldOnlyWhenSaving() {
        form.draft().put("posts[0].at", null);
        TextField at = fields.in("posts[0]").number("at", "Pfosten 1", NumberStyle.of("m"));
        form.edited();
        assertThat(at.isInvalid()).isFalse();
        assertThat(bar()).contains("Noch nicht gespeichert.");

        press("Speichern");
        assertThat(at.getErrorMessage()).isEqualTo("Fehlt.");
        assertThat(bar()).contains("1 Feld braucht eine Korrektur: Pfosten 1.");
        assertThat(settings.history("fence")).isEmpty();
    }

    @Test
    void whatNoFieldShowsStandsAtItsPartOrInTheBar() {
        form.draft().put("posts", List.of(Map.of("at", 1), Map.of("at", 1)));
        form.edited();
        assertThat(bar()).contains("1 Feld braucht eine Korrektur: posts: Zwei stehen gleich.").doesNotContain("..");

        form.guide(path -> "Pfosten");
        FaultText place = fields.faults("posts");
        form.edited();
        assertThat(text(place.getElement())).isEqualTo("Zwei stehen gleich.");
        assertThat(bar()).contains("1 Feld braucht eine Korrektur: Pfosten.");
    }

    @Test
    void whatOthersSavedMeanwhileIsNotLostUnasked() {
        type(name, "Hof");
        settings.write("fence", Map.of("name", "Tor"), "rest");
        press("Speichern");
        assertThat(bar()).contains("Inzwischen anderswo gespeichert: 19.11.2026, 13:00, REST.");
        assertThat(stored("name")).isEqualTo("Tor");

        press("Trotzdem speichern");
        assertThat(stored("name")).isEqualTo("Hof");

        type(name, "Feld");
        settings.write("fence", Map.of("name", "Tor"), "rest");
        press("Speichern");
        press("Neu laden");
        assertThat(name.getValue()).isEqualTo("Tor");
    }

    /** Neither when a form is opened nor when it is read again after saving or discarding. */
    @Test
    void whatOthersSaveWhileTheFormIsReadingIsNotLostEither() {
        Interrupted busy = new Interrupted(settings);
        SectionTab other = new SectionTab(busy.settings());
        busy.next = () -> settings.write("fence", Map.of("name", "Tor"), "rest");
        SettingsForm opened = new SettingsForm(other, "fence", "Zaun");
        TextField field = opened.fields().text("name", "Name");
        assertThat(field.getValue()).as("read before the other one saved").isEqualTo("Haus");

        type(field, "Hof");
        press(opened, "Speichern");
        assertThat(stored("name")).isEqualTo("Tor");
        busy.next = () -> settings.write("fence", Map.of("name", "Steg"), "rest");
        press(opened, "Neu laden");
        type(field, "Hof");
        press(opened, "Speichern");
        assertThat(stored("name")).isEqualTo("Steg");
        press(opened, "Trotzdem speichern");
        assertThat(stored("name")).isEqualTo("Hof");
    }

    @Test
    void aFullDiskIsToldAndKeepsTheInput() {
        type(name, "Hof");
        settings.failing(true);
        press("Speichern");

        assertThat(bar()).contains("The settings cannot be written.");
        assertThat(name.getValue()).isEqualTo("Hof");
        assertThat(context.unsaved).isTrue();
    }

    @Test
    void waitsForAGroupThatIsBeingUpdated() {
        type(name, "Hof");
        InMemorySettings others = new InMemorySettings();
        context.settings = others;
        press("Speichern");
        assertThat(bar()).as("X2").contains("werden gerade aktualisiert");
        assertThat(name.getValue()).isEqualTo("Hof");

        SettingsForm later = new SettingsForm(context, "fence", "Zaun");
        TextField field = later.fields().text("name", "Name");
        assertThat(text(later.getElement())).contains("werden gerade aktualisiert");
        context.settings = settings;
        context.onGroups.run();
        assertThat(field.getValue()).isEqualTo("Haus");
        assertThat(text(later.getElement())).doesNotContain("aktualisiert");
    }

    @Test
    void tellsItsSectionOfLoadsAndEdits() {
        List<String> heard = new ArrayList<>();
        form.onLoad(() -> heard.add("load"));
        form.onEdit(() -> heard.add("edit"));
        type(name, "Hof");
        press("Speichern");

        assertThat(heard).containsExactly("load", "edit", "load");
    }

    @Test
    void fieldsThatWereClearedHearNothingMore() {
        form.draft().put("posts[0].at", 5);
        FormFields row = fields.in("posts[0]");
        TextField at = row.number("at", "Pfosten 1", NumberStyle.of("m"));
        row.clear();
        form.draft().put("posts[0].at", 7);
        form.edited();
        press("Verwerfen");

        assertThat(at.getValue()).isEqualTo("5");
    }
}
