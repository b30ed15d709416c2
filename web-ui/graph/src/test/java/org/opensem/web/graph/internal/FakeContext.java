package org.opensem.web.graph.internal;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;

/** A browser tab. */
final class FakeContext implements ViewContext {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    Map<String, String> state = Map.of();
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
        // No sample comes.
    }

    @Override
    public String preference(String name, String otherwise) {
        throw new UnsupportedOperationException("The view remembers nothing");
    }

    @Override
    public void remember(String name, String value) {
        throw new UnsupportedOperationException("The view remembers nothing");
    }

    @Override
    public void open(String route, Map<String, String> to) {
        throw new UnsupportedOperationException("The view leads to no other");
    }

    @Override
    public boolean hasView(String route) {
        return false;
    }

    @Override
    public void released() {
        throw new UnsupportedOperationException("The view shows nobody else's components");
    }

    @Override
    public Locale locale() {
        return Locale.GERMANY;
    }

    @Override
    public ZoneId zone() {
        return BERLIN;
    }
}
