package org.opensem.web.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/**
 * The active power of a local day, or of a window of it. The chart fetches its data from REST, at most as fine as it has
 * pixels, down to single seconds; nothing of it passes through the page's server. Made by {@link #ofDay}.
 *
 * @param name accessible name
 * @param zone of its times
 * @param dayFrom the day's first epoch second
 * @param dayTo the next day's first
 * @param from the window's first epoch second
 * @param to the window's end, exclusive
 * @param serial a new number makes the chart take over the window; with the old one it keeps what the user made of it
 * @param phase what is drawn
 * @param live whether the window is the last 30 minutes and moves
 * @param now epoch second of the clock
 * @param first epoch second of the first measurement if it lies within the day, else null
 * @param shades tinted grounds: the two hours of a clock change in autumn
 * @param midnight the label of the day's end, 24:00 where the language writes it, else empty
 * @param texts words of the chart
 * @param invalid stretches that are marked invalid (G7): crossed out, and the data fetched anew when they change
 * @param proposed a stretch that somebody is about to choose, or null
 */
public record PowerCurve(String name, String zone, long dayFrom, long dayTo, long from, long to, int serial, Phases phase,
        boolean live, long now, Long first, List<Shade> shades, String midnight, Map<String, String> texts, List<Shade> invalid,
        Shade proposed) implements ChartSpec {
    /** How long the live window is, in seconds. */
    public static final int LIVE_SECONDS = 1800;
    /** The shortest window, in seconds. */
    public static final int LEAST_SECONDS = 10;

    public PowerCurve {
        if (from >= to || dayFrom >= dayTo) {
            throw new IllegalArgumentException("A window ends after its start");
        }
        shades = List.copyOf(shades);
        texts = Map.copyOf(texts);
        invalid = List.copyOf(invalid);
    }

    /** A curve without marks. */
    public PowerCurve(String name, String zone, long dayFrom, long dayTo, long from, long to, int serial, Phases phase,
            boolean live, long now, Long first, List<Shade> shades, String midnight, Map<String, String> texts) {
        this(name, zone, dayFrom, dayTo, from, to, serial, phase, live, now, first, shades, midnight, texts, List.of(), null);
    }

    /** What a power curve draws. */
    public enum Phases {
        /** All phases' sum. */
        SUM,
        L1,
        L2,
        L3,
        /** Each phase on its own, laid over one another. */
        EACH
    }

    /**
     * A stretch of time that is drawn differently.
     *
     * @param from epoch second
     * @param to epoch second, exclusive
     * @param text what it is, may be empty
     */
    public record Shade(long from, long to, String text) {}

    /** The whole of a local day, sum of the phases, not live. */
    public static PowerCurve ofDay(Locale locale, LocalDate day, ZoneId zone, long now) {
        Translations texts = Translations.of(PowerCurve.class, locale);
        long from = day.atStartOfDay(zone).toEpochSecond();
        long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        Map<String, String> words = texts.keys().stream().filter(key -> key.startsWith("curve."))
                .collect(Collectors.toMap(key -> key.substring("curve.".length()), texts::get));
        return new PowerCurve(texts.get("curve.name", Formats.of(locale).dates().full(day)), zone.getId(), from, to, from, to, 0,
                Phases.SUM, false, now, null, doubled(texts, locale, zone, from, to),
                locale.equals(Locale.US) ? "" : texts.get("midnight"), words);
    }

    private static List<Shade> doubled(Translations texts, Locale locale, ZoneId zone, long from, long to) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(from - 1));
        if (change == null || change.toEpochSecond() >= to || !change.isOverlap()) {
            return List.of();
        }
        long length = -change.getDuration().toSeconds();
        long at = change.toEpochSecond();
        String hour = Formats.of(locale).dates().time(change.getDateTimeAfter().toLocalTime());
        String text = texts.get("twice", hour, change.getOffsetBefore().getId(), change.getOffsetAfter().getId());
        return List.of(new Shade(at - length, at, ""), new Shade(at, at + length, text));
    }

    @Override
    public String kind() {
        return "curve";
    }

    /** The same with a window that the chart takes over. */
    public PowerCurve withWindow(long windowFrom, long windowTo, int newSerial) {
        return new PowerCurve(name, zone, dayFrom, dayTo, windowFrom, windowTo, newSerial, phase, live, now, first, shades,
                midnight, texts, invalid, proposed);
    }

    public PowerCurve withPhase(Phases newPhase) {
        return new PowerCurve(name, zone, dayFrom, dayTo, from, to, serial, newPhase, live, now, first, shades, midnight, texts,
                invalid, proposed);
    }

    public PowerCurve withLive(boolean nowLive) {
        return new PowerCurve(name, zone, dayFrom, dayTo, from, to, serial, phase, nowLive, now, first, shades, midnight, texts,
                invalid, proposed);
    }

    /** The same with the first measurement, or null if it does not lie within the day. */
    public PowerCurve withFirst(Long epochSecond) {
        return new PowerCurve(name, zone, dayFrom, dayTo, from, to, serial, phase, live, now, epochSecond, shades, midnight,
                texts, invalid, proposed);
    }

    /** The same with the stretches that are marked invalid (G7); the text of each is its reason, for the tooltip. */
    public PowerCurve withInvalid(List<Shade> marks) {
        return new PowerCurve(name, zone, dayFrom, dayTo, from, to, serial, phase, live, now, first, shades, midnight, texts,
                marks, proposed);
    }

    /** The same with a stretch that somebody is about to choose, or null. */
    public PowerCurve withProposed(Shade stretch) {
        return new PowerCurve(name, zone, dayFrom, dayTo, from, to, serial, phase, live, now, first, shades, midnight, texts,
                invalid, stretch);
    }

    /** Whether the window is the whole day. */
    public boolean whole() {
        return from == dayFrom && to == dayTo;
    }
}
