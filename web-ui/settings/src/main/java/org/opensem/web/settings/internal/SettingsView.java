package org.opensem.web.settings.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opensem.language.Translations;
import org.opensem.web.Asset;
import org.opensem.web.Icons;
import org.opensem.web.ViewContext;
import org.opensem.web.settings.internal.SectionRegistry.Section;

/** The settings: a list of sections and the one that the address names. On a phone first the list, then the section. */
final class SettingsView extends Div implements BeforeLeaveObserver {
    private static final Asset STYLE = Asset.of(SettingsView.class, "settings-view/settings.css");
    private static final String ROUTE = "settings";
    private static final int SUMMARY_SECONDS = 2;

    private final SectionRegistry registry;
    private final ViewContext context;
    private final Function<Runnable, Registration> ticker;
    private final SectionList list;
    private final SectionHost host;
    private final LeaveGuard guard;
    private Runnable onSections;
    private Registration ticking;
    private List<Section> listed = List.of();
    private int ticks;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    SettingsView(SectionRegistry registry, ViewContext context, Function<Runnable, Registration> ticker) {
        this.registry = registry;
        this.context = context;
        this.ticker = ticker;
        Translations texts = Translations.of(SettingsView.class, context.locale());
        guard = new LeaveGuard(this, texts);
        list = new SectionList(texts, context.locale());
        host = new SectionHost(registry, context, texts, this::unsaved);
        addClassName("settings");
        Anchor back = new Anchor(ROUTE, Icons.of("left"), new Span(texts.get("title")));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("back");
        add(list, new Div(back, host));
        context.onState(this::enter);
        context.onLive(host::live);
        show(asked(context.state()));
        enter(context.state());
    }

    /** The section that an address asks for; the first one if it names none. */
    private String asked(Map<String, String> state) {
        String named = state.get(LentContext.SECTION);
        return named != null ? named : registry.sections().stream().map(Section::id).findFirst().orElse("");
    }

    private void show(String id) {
        listed = registry.sections();
        list.show(listed, id);
    }

    private void enter(Map<String, String> state) {
        String id = asked(state);
        setClassName("picked", state.containsKey(LentContext.SECTION));
        list.mark(id);
        host.enter(id, state);
    }

    private void unsaved(boolean now) {
        if (guard.set(now) && !now) {
            list.tell(SectionList.summaries(registry.sections(), context.locale()));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        Location to = event.getLocation();
        boolean here = to.getPath().equals(ROUTE)
                && to.getQueryParameters().getSingleParameter(LentContext.SECTION).filter(host.id()::equals).isPresent();
        if (!here) {
            guard.ask(event);
        }
    }

    /** A section has come or gone: perhaps the one that is shown. */
    void sectionsChanged() {
        // Where the address names none, what somebody is looking at stays, also when another becomes the first.
        boolean stay = !context.state().containsKey(LentContext.SECTION) && registry.find(host.id()).isPresent();
        String id = stay ? host.id() : asked(context.state());
        show(id);
        host.enter(id, context.state());
        host.sectionsChanged();
    }

    /** Every second, on the bundle's thread. */
    private void tick(UI ui) {
        // Without comparing: a group may have gone and come back since, with the section made in between.
        access(ui, host::groupsChanged);
        if (++ticks % SUMMARY_SECONDS == 0) {
            Map<String, String> told = SectionList.summaries(registry.sections(), context.locale());
            access(ui, () -> list.tell(told));
        }
    }

    private static void access(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            // The page has gone, and with it what was to be shown.
            return;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        STYLE.loadStyleSheet(ui);
        ticking = ticker.apply(() -> tick(ui));
        // Another bundle's thread is not held up by a page.
        onSections = () -> Thread.ofVirtual().name("opensem-settings-page").start(() -> access(ui, this::sectionsChanged));
        registry.addListener(onSections);
        // What came while the page was being made: after an update of this bundle its sections come one by one.
        if (!registry.sections().equals(listed)) {
            sectionsChanged();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ticking.remove();
        registry.removeListener(onSections);
    }
}
