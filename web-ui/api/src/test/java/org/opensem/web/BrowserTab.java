package org.opensem.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.opensem.metering.Sample;

/** A browser's tab without a browser, for the tests of every view: it notes what a view does, and lets a test do the rest. */
public class BrowserTab implements ViewContext {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    public final Map<String, String> preferences = new HashMap<>();
    /** Routes of other views and their states: {@code graph {date=2026-11-19}}. */
    public final List<String> opened = new ArrayList<>();
    public Map<String, String> state = Map.of();
    public Set<String> views;
    public Locale locale = Locale.GERMANY;
    public ZoneId zone = BERLIN;
    public Consumer<Map<String, String>> onState = s -> { };
    public Consumer<Sample> onLive = s -> { };
    /** How often. */
    public int released;

    /** @param views routes that there are */
    public BrowserTab(String... views) {
        this.views = Set.of(views);
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
        onLive = listener;
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
        opened.add(route + " " + to);
    }

    @Override
    public boolean hasView(String route) {
        return views.contains(route);
    }

    @Override
    public void released() {
        released++;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
