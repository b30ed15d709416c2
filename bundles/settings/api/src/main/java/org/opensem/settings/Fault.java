package org.opensem.settings;

import java.util.Objects;
import org.opensem.language.Message;

/**
 * What is wrong with a field.
 *
 * @param field its path, for example {@code tiers[1].fromKwh}
 * @param message what is wrong and what would be right, for people
 */
public record Fault(String field, Message message) {
    public Fault {
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
    }
}
