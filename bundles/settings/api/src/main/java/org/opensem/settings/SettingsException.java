package org.opensem.settings;

import java.util.Objects;
import org.opensem.language.Message;

/** Settings could not be kept. The message is for people and says what to do. */
public class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message text;

    public SettingsException(Message text, Throwable cause) {
        super(cause.toString(), cause);
        this.text = Objects.requireNonNull(text);
    }

    /** For people. */
    public Message text() {
        return text;
    }
}
