package org.opensem.access;

import java.util.List;
import java.util.Objects;
import org.opensem.language.Message;

/**
 * A security question: one of ours, by its key, or a text of the owner's own.
 *
 * @param key one of {@link #KEYS}, or {@link #OWN}
 * @param text the owner's own question; empty with a key of ours
 */
public record Question(String key, String text) {
    public static final String OWN = "own";
    /** Ours, in the order in which they are offered. */
    public static final List<String> KEYS = List.of("school", "street", "pet", "teacher", "meal", "trip");

    public Question {
        if (!key.equals(OWN) && !KEYS.contains(key)) {
            throw new IllegalArgumentException("No such question: " + key);
        }
        Objects.requireNonNull(text);
    }

    /** As people read it. */
    public Message message() {
        return key.equals(OWN) ? Message.plain(text) : Message.of(Question.class, "question." + key);
    }
}
