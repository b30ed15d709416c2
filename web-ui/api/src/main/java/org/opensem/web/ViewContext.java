package org.opensem.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.opensem.language.Formats;
import org.opensem.metering.Sample;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the console lends to one instance of a view. The place within a view is its URL's query, so that every state has an
 * address, Back works and a reload or an update of the view keeps the place.
 */
@ProviderType
public interface ViewContext {

    /** The query of the URL now: names and single values. */
    Map<String, String> state();

    /** Goes to another state with an entry in the browser's history; the listener of {@link #onState} is told. */
    void go(Map<String, String> state);

    /** Called with every new state: {@link #go}, Back and Forward. */
    void onState(Consumer<Map<String, String>> listener);

    /**
     * Called with each new sample, corrected by the calibration's factor (E4), in the UI's lock, while the view is attached
     * (about once a second).
     */
    void onLive(Consumer<Sample> listener);

    /** A preference that this browser remembers, or the default. */
    String preference(String name, String otherwise);

    /** Lets this browser remember a preference; letters, digits, comma, dot and hyphen only. */
    void remember(String name, String value);

    /** Goes to another view at a state of it. */
    void open(String route, Map<String, String> state);

    /** Whether there is a view of this route now; views come and go, so ask each time before offering the way to one. */
    boolean hasView(String route);

    /**
     * Says that the view has just removed a component of another bundle that goes: the console then forgets what it remembers of
     * that bundle's classes. Only a view that shows others' components, as Home shows panels, has to do so.
     */
    void released();

    /** The user's language: German, US or British English. */
    Locale locale();

    /** How figures, dates and times are written in that language. */
    default Formats formats() {
        return Formats.of(locale());
    }

    /** The configured zone. */
    ZoneId zone();
}
