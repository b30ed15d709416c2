package org.opensem.web.console.internal;

import com.vaadin.flow.router.QueryParameters;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;

/** What one instance of a view is lent. Ends with the view: afterwards it does nothing more. */
final class HostedContext implements ViewContext {
    private final Page page;
    private final String route;
    private final Navigation navigation;
    private final List<Consumer<Map<String, String>>> stateListeners = new ArrayList<>();
    private final List<Consumer<Sample>> liveListeners = new ArrayList<>();
    private Map<String, String> state;
    private long lastSecond = -1;
    private boolean ended;

    /** Takes the browser to an address. */
    @FunctionalInterface
    interface Navigation {
        void go(String route, QueryParameters parameters);
    }

    HostedContext(Page page, String route, Map<String, String> state, Navigation navigation) {
        this.page = page;
        this.route = route;
        this.state = Map.copyOf(state);
        this.navigation = navigation;
    }

    /** Takes over the state of a new address and tells the view, if it differs. */
    void accept(Map<String, String> next) {
        if (!ended && !next.equals(state)) {
            state = Map.copyOf(next);
            List.copyOf(stateListeners).forEach(listener -> listener.accept(state));
        }
    }

    /** Tells the view of a sample, each second once. */
    void live(Sample sample) {
        if (!ended && sample.epochSecond() != lastSecond) {
            lastSecond = sample.epochSecond();
            List.copyOf(liveListeners).forEach(listener -> listener.accept(sample));
        }
    }

    /** Lets go of everything that the view gave. */
    void end() {
        ended = true;
        stateListeners.clear();
        liveListeners.clear();
    }

    @Override
    public Map<String, String> state() {
        return state;
    }

    @Override
    public void go(Map<String, String> next) {
        if (!ended && !next.equals(state)) {
            navigation.go(route, QueryParameters.simple(next));
        }
    }

    @Override
    public void open(String otherRoute, Map<String, String> next) {
        if (!ended) {
            navigation.go(otherRoute, QueryParameters.simple(next));
        }
    }

    @Override
    public boolean hasView(String otherRoute) {
        return page.views().find(otherRoute).isPresent();
    }

    @Override
    public void released() {
        FlowMemory.clear();
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
        return page.preferences().get(name, otherwise);
    }

    @Override
    public void remember(String name, String value) {
        page.preferences().remember(page.ui(), name, value);
    }

    @Override
    public Locale locale() {
        return page.locale();
    }

    @Override
    public ZoneId zone() {
        return page.meter().zone();
    }
}
