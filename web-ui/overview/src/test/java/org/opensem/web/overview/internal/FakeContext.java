package org.opensem.web.overview.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;

/** A browser tab. */
final class FakeContext implements ViewContext {
    final Map<String, String> preferences = new HashMap<>();
    Map<String, String> state = Map.of();
    Set<String> views = Set.of("graph", "settings");
    String opened = "";
    Locale locale = Locale.GERMANY;
    private Consumer<Map<String, String>> onState = s -> { };

    @Override
    public Map<String, String> state() {
        return state;
    }

    @Override
    public void go(Map<String, String> to) {
        state = to;
        onState.accept(to);
    }

    @Override
    public void onState(Consumer<Map<String, String>> listener) {
        onState = listener;
    }

    @Override
    public void onLive(Consumer<Sample> listener) {
        throw new UnsupportedOperationException("The view shows no live value");
    }

    @Override
    public String preference(String name, String otherwise) {
        return preferences.getOrDefault(name, otherwise);
    }

    @Override
    public void remember(String name, String value) {
        preferences.put(name, value);
    }

    @Override
    public void open(String route, Map<String, String> to) {
        opened = route + to;
    }

    @Override
    public boolean hasView(String route) {
        return views.contains(route);
    }

    @Override
    public void released() {
        throw new UnsupportedOperationException("The view shows nobody else's components");
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }
}
