package org.opensem.web.settings.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opensem.metering.Sample;
import org.opensem.settings.Settings;
import org.opensem.web.ViewContext;
import org.opensem.web.settings.SectionContext;

/** What one instance of a section is lent. Ends with the section: afterwards it does nothing more. */
final class LentContext implements SectionContext {
    /** The parameter that names the section. */
    static final String SECTION = "section";

    private final ViewContext view;
    private final SectionRegistry registry;
    private final String id;
    private final Consumer<Boolean> onUnsaved;
    private final List<Consumer<Map<String, String>>> stateListeners = new ArrayList<>();
    private final List<Consumer<Sample>> liveListeners = new ArrayList<>();
    private final List<Runnable> groupListeners = new ArrayList<>();
    private Map<String, String> state;
    private boolean ended;

    /** @param onUnsaved told of every word of the section about what would be lost */
    LentContext(ViewContext view, SectionRegistry registry, String id, Consumer<Boolean> onUnsaved) {
        this.view = view;
        this.registry = registry;
        this.id = id;
        this.onUnsaved = onUnsaved;
        state = own(view.state());
    }

    private static Map<String, String> own(Map<String, String> all) {
        Map<String, String> own = new HashMap<>(all);
        own.remove(SECTION);
        return Map.copyOf(own);
    }

    /** Takes over the state of a new address of the view. */
    void accept(Map<String, String> all) {
        Map<String, String> next = own(all);
        if (!ended && !next.equals(state)) {
            state = next;
            List.copyOf(stateListeners).forEach(listener -> listener.accept(next));
        }
    }

    void live(Sample sample) {
        List.copyOf(liveListeners).forEach(listener -> listener.accept(sample));
    }

    void groupsChanged() {
        List.copyOf(groupListeners).forEach(Runnable::run);
    }

    /** Lets go of everything that the section gave. */
    void end() {
        ended = true;
        stateListeners.clear();
        liveListeners.clear();
        groupListeners.clear();
    }

    @Override
    public Optional<Settings> settings() {
        return registry.settings();
    }

    @Override
    public void onGroups(Runnable listener) {
        groupListeners.add(listener);
    }

    @Override
    public void unsaved(boolean unsaved) {
        if (!ended) {
            onUnsaved.accept(unsaved);
        }
    }

    @Override
    public Map<String, String> state() {
        return state;
    }

    @Override
    public void go(Map<String, String> next) {
        if (!ended && !next.equals(state)) {
            Map<String, String> all = new HashMap<>(next);
            all.put(SECTION, id);
            view.go(all);
        }
    }

    @Override
    public void onState(Consumer<Map<String, String>> listener) {
        stateListeners.add(listener);
    }

    @Override
    public void onLive(Consumer<Sample> listener) {
        liveListeners.add(listener);
    }

    @Override
    public String preference(String name, String otherwise) {
        return view.preference(id + "." + name, otherwise);
    }

    @Override
    public void remember(String name, String value) {
        view.remember(id + "." + name, value);
    }

    @Override
    public void open(String route, Map<String, String> next) {
        if (!ended) {
            view.open(route, next);
        }
    }

    @Override
    public boolean hasView(String route) {
        return view.hasView(route);
    }

    @Override
    public void released() {
        view.released();
    }

    @Override
    public Locale locale() {
        return view.locale();
    }

    @Override
    public ZoneId zone() {
        return view.zone();
    }
}
