package org.opensem.health;

import java.util.Objects;

/**
 * A check's answer.
 *
 * @param level see {@link Level}
 * @param text one sentence for people: what is so, and what to do where it is not ok
 */
public record Health(Level level, String text) {

    /** How well something does, from best to worst. */
    public enum Level {
        /** Does its job. */
        OK,
        /** Does its job in part, or not yet, or late. */
        DEGRADED,
        /** Does not do its job. */
        DOWN;

        /** The worse of the two. */
        public Level worse(Level other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    public Health {
        Objects.requireNonNull(level);
        Objects.requireNonNull(text);
    }

    public static Health ok(String text) {
        return new Health(Level.OK, text);
    }

    public static Health degraded(String text) {
        return new Health(Level.DEGRADED, text);
    }

    public static Health down(String text) {
        return new Health(Level.DOWN, text);
    }
}
