package org.opensem.web.settings;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opensem.metering.Sample;
import org.opensem.settings.Settings;

/** What a section is lent, without a console. */
final class FakeContext implements SectionContext {
    private final Map<String, String> preferences = new HashMap<>();
    Settings settings;
    Locale locale = Locale.GERMANY;
    Runnable onGroups = () -> { };
    boolean unsaved;
    private Map<String, String> state = Map.of();
    private Consumer<Map<String, String>> onState = s -> { };

    FakeContext(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Settings> settings() {
        return Optional.ofNullable(settings);
    }

    @Override
    public void onGroups(Runnable listener) {
        onGroups = listener;
    }

    @Override
    public void unsaved(boolean now) {
        unsaved = now;
    }

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
        throw new UnsupportedOperationException("No form shows samples");
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
        throw new UnsupportedOperationException("No form leads elsewhere");
    }

    @Override
    public boolean hasView(String route) {
        return false;
    }

    @Override
    public void released() {
        throw new UnsupportedOperationException("No form shows parts of others");
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
