package org.opensem.web.home.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.opensem.aggregation.Period;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** What one instance of a panel is lent. Ends with the panel: afterwards it does nothing more. */
final class HostedPanel implements PanelContext {
    private final String id;
    private final ViewContext view;
    private final Navigation navigation;
    private final List<Consumer<HomeFigures>> figureListeners = new ArrayList<>();
    private final List<Consumer<Sample>> liveListeners = new ArrayList<>();
    private final List<Consumer<Map<String, String>>> stateListeners = new ArrayList<>();
    private Map<String, String> state;
    private boolean ended;

    /** Where a panel can take its page. */
    interface Navigation {
        void show(Period period);

        void go(String panel, Map<String, String> state);
    }

    HostedPanel(String id, ViewContext view, Navigation navigation, Map<String, String> state) {
        this.id = id;
        this.view = view;
        this.navigation = navigation;
        this.state = Map.copyOf(state);
    }

    void figures(HomeFigures figures) {
        tell(figureListeners, figures);
    }

    void live(Sample sample) {
        tell(liveListeners, sample);
    }

    /** Takes over what the address says of the panel, and tells it if that is new. */
    void accept(Map<String, String> next) {
        if (!next.equals(state)) {
            state = Map.copyOf(next);
            tell(stateListeners, state);
        }
    }

    private <T> void tell(List<Consumer<T>> listeners, T news) {
        if (!ended) {
            List.copyOf(listeners).forEach(listener -> listener.accept(news));
        }
    }

    void end() {
        ended = true;
        figureListeners.clear();
        liveListeners.clear();
        stateListeners.clear();
    }

    @Override
    public void onFigures(Consumer<HomeFigures> listener) {
        figureListeners.add(listener);
    }

    @Override
    public void onLive(Consumer<Sample> listener) {
        liveListeners.add(listener);
    }

    @Override
    public void onState(Consumer<Map<String, String>> listener) {
        stateListeners.add(listener);
    }

    @Override
    public Map<String, String> state() {
        return state;
    }

    @Override
    public void go(Map<String, String> next) {
        if (!ended && !next.equals(state)) {
            navigation.go(id, next);
        }
    }

    @Override
    public void show(Period period) {
        if (!ended) {
            navigation.show(period);
        }
    }

    @Override
    public void open(String route, Map<String, String> other) {
        if (!ended) {
            view.open(route, other);
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
    public String preference(String name, String otherwise) {
        return view.preference(own(name), otherwise);
    }

    @Override
    public void remember(String name, String value) {
        view.remember(own(name), value);
    }

    private String own(String name) {
        return "home." + id + "." + name;
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
