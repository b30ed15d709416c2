package org.opensem.web.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.web.settings.internal.Fakes.all;
import static org.opensem.web.settings.internal.Fakes.section;
import static org.opensem.web.settings.internal.Fakes.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.BrowserTab;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;
import org.opensem.web.settings.SettingsSection;
import org.osgi.framework.ServiceReference;

/** Sections come and go with their bundles, and the address names the one that is shown (X2, X4). */
class SettingsViewTest {
    private final SectionRegistry registry = new SectionRegistry();
    private final BrowserTab tab = new BrowserTab();
    private final ServiceReference<SettingsSection> tariff = Fakes.reference(1);
    private final List<SectionContext> lent = new ArrayList<>();
    private final List<Runnable> ticking = new ArrayList<>();

    @BeforeEach
    void sections() {
        registry.bindSection(tariff, section("tariff", 30, "gilt seit 2026", context -> {
            lent.add(context);
            return new Span("prices");
        }));
        registry.bindSection(Fakes.reference(2), section("region", 20, "Deutsch", context -> new Span("languages")));
        registry.bindSection(Fakes.reference(3), section("standby", 1010, "Meldewert 230 W", context -> new Span("alert")));
    }

    private SettingsView view() {
        return new SettingsView(registry, tab, task -> {
            ticking.add(task);
            return () -> ticking.remove(task);
        });
    }

    private static List<String> entries(SettingsView view) {
        return all(view).filter(Anchor.class::isInstance).map(Anchor.class::cast).filter(a -> a.getHref().contains("section="))
                .map(a -> a.getHref() + (a.getElement().hasAttribute("aria-current") ? " *" : "")).toList();
    }

    @Test
    void listsOursInOrderAndPluginsApart() {
        SettingsView view = view();

        assertThat(entries(view)).containsExactly(
                "settings?section=region *", "settings?section=tariff", "settings?section=standby");
        assertThat(text(view)).contains("Section region Deutsch", "Section tariff gilt seit 2026",
                "Erweiterungen", "Section standby Meldewert 230 W", "languages");
    }

    @Test
    void theAddressNamesTheSection() {
        SettingsView view = view();
        assertThat(view.getClassNames()).as("a phone begins with the list").doesNotContain("picked");
        tab.go(Map.of("section", "tariff"));
        assertThat(text(view)).contains("prices").doesNotContain("languages");
        assertThat(view.getClassNames()).contains("picked");
        assertThat(entries(view)).contains("settings?section=tariff *");

        tab.go(Map.of());
        assertThat(text(view)).contains("languages");
        tab.go(Map.of("section", "mail"));
        assertThat(text(view)).contains("Diesen Bereich gibt es nicht");
    }

    @Test
    void aSectionHasAStateOfItsOwn() {
        tab.state = Map.of("section", "tariff", "version", "2026-01-01");
        SettingsView view = view();
        List<Map<String, String>> heard = new ArrayList<>();
        lent.getFirst().onState(heard::add);
        assertThat(lent.getFirst().state()).containsOnly(Map.entry("version", "2026-01-01"));

        lent.getFirst().go(Map.of("version", "2027-01-01"));
        assertThat(tab.state).isEqualTo(Map.of("section", "tariff", "version", "2027-01-01"));
        assertThat(heard).containsExactly(Map.of("version", "2027-01-01"));
        assertThat(lent).as("not made anew").hasSize(1);

        lent.getFirst().remember("open", "1");
        assertThat(tab.preferences).containsEntry("tariff.open", "1");
        assertThat(text(view)).contains("prices");
    }

    @Test
    void aSectionThatGoesIsLetGoAndReturnsWithItsState() {
        tab.state = Map.of("section", "tariff", "version", "2026-01-01");
        SettingsView view = view();
        registry.unbindSection(tariff);
        view.sectionsChanged();

        assertThat(text(view)).contains("Wird gerade aktualisiert").doesNotContain("prices", "Section tariff");
        assertThat(tab.released).as("the console forgets its classes").isEqualTo(1);
        List<Map<String, String>> heard = new ArrayList<>();
        lent.getFirst().onState(heard::add);
        lent.getFirst().go(Map.of());
        assertThat(heard).as("the old one is deaf").isEmpty();
        assertThat(tab.state).containsEntry("version", "2026-01-01");

        registry.bindSection(Fakes.reference(9), section("tariff", 30, "", context -> new Span("prices of " + context.state())));
        view.sectionsChanged();
        assertThat(text(view)).contains("prices of {version=2026-01-01}");
    }

    /** After an update of this bundle its sections come one by one: also between the page's making and its showing. */
    @Test
    void aSectionThatComesWhileThePageIsMadeIsShown() {
        tab.state = Map.of("section", "time");
        SettingsView view = view();
        assertThat(text(view)).contains("Diesen Bereich gibt es nicht");
        registry.bindSection(Fakes.reference(5), section("time", 10, "NTP", context -> new Span("servers")));
        new UI().add(view);

        assertThat(text(view)).contains("servers", "Section time").doesNotContain("gibt es nicht");
    }

    /** Between two ticks a group may go, the form be opened, and the group come back. */
    @Test
    void aFormOpenedWhileItsGroupWasAwayForAMomentGoesOn() {
        InMemorySettings settings = new InMemorySettings(new Lamp());
        registry.settings = settings;
        registry.bindSection(Fakes.reference(7), section("lamp", 40, "", context -> new SettingsForm(context, "lamp", "Lampe")));
        SettingsView view = view();
        OpenPage page = new OpenPage();
        page.add(view);
        registry.settings = new InMemorySettings();
        tab.go(Map.of("section", "lamp"));
        assertThat(text(view)).contains("werden gerade aktualisiert");
        registry.settings = settings;
        ticking.getFirst().run();
        page.run();

        assertThat(text(view)).contains("Lampe").doesNotContain("aktualisiert");
    }

    private static final class Lamp implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("lamp", "test.lamp", 40);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            return Map.of("watts", fields.integer("watts", 1, 100, 9));
        }
    }

    @Test
    void whatSomebodyLooksAtStaysWhenAnotherBecomesTheFirst() {
        SettingsView view = view();
        registry.bindSection(Fakes.reference(5), section("time", 10, "NTP", context -> new Span("servers")));
        view.sectionsChanged();

        assertThat(text(view)).contains("languages", "Section time").doesNotContain("servers");
        assertThat(entries(view)).contains("settings?section=region *");
    }

    @Test
    void aBrokenSectionHarmsOnlyItself() {
        registry.bindSection(Fakes.reference(6), section("broken", 1020, "", context -> {
            throw new IllegalStateException("broken");
        }));
        tab.state = Map.of("section", "broken");
        SettingsView view = view();
        assertThat(text(view)).contains("Dieser Bereich lässt sich nicht zeigen", "Section tariff");
        view.sectionsChanged();
        all(view).filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow().click();
        assertThat(text(view)).contains("Dieser Bereich lässt sich nicht zeigen");

        tab.go(Map.of("section", "tariff"));
        assertThat(text(view)).contains("prices");
        lent.getFirst().onLive(sample -> {
            throw new IllegalStateException("live");
        });
        tab.onLive.accept(Sample.ofTotal(1, 1));
        assertThat(text(view)).contains("Dieser Bereich lässt sich nicht zeigen");
    }

    @Test
    void theHigherRankingOfTwoIsShown() {
        ServiceReference<SettingsSection> better = Fakes.reference(10);
        registry.bindSection(better, section("tariff", 30, "besser", context -> new Span("better")));
        tab.state = Map.of("section", "tariff");
        SettingsView view = view();
        assertThat(text(view)).contains("better", "besser").doesNotContain("prices");

        registry.unbindSection(better);
        view.sectionsChanged();
        assertThat(text(view)).contains("prices");
    }
}
