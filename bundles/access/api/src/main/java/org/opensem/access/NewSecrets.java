package org.opensem.access;

import java.util.Optional;

/**
 * What a new owner chooses.
 *
 * @param question with its answer; empty for none
 * @param answer needed with a question; letter case and blanks do not matter
 */
public record NewSecrets(String password, Optional<Question> question, String answer) {

    /** Only a password. */
    public static NewSecrets of(String password) {
        return new NewSecrets(password, Optional.empty(), "");
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "NewSecrets";
    }
}
