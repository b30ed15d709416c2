package org.opensem.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** How an owner who forgot the password gets in again: by the answer to a question, or by a recovery code. */
@ProviderType
public interface Recovery {
    /** How many recovery codes are given at a time. */
    int CODES = 10;

    /** The owner's question; empty if there is none. */
    Optional<Question> question();

    /** How many recovery codes have not been used. */
    int codesLeft();

    /**
     * Sets another password and ends all sessions but the new one.
     *
     * @param proof the answer to the question, or a recovery code, which is used up by it
     * @return faults of {@code proof} and {@code password}, or the new session
     * @throws TooSoonException after too many wrong ones
     */
    Outcome recover(String proof, String newPassword, Visitor visitor);

    /**
     * Sets another question and answer.
     *
     * @param question empty for none: then only codes help
     * @return faults of {@code oldPassword}, {@code question}, {@code answer}
     * @throws TooSoonException after too many wrong ones
     */
    Outcome ask(String oldPassword, Optional<Question> question, String answer, Visitor visitor);

    /**
     * Replaces all recovery codes.
     *
     * @return faults of {@code oldPassword}, or the new codes, shown this once
     * @throws TooSoonException after too many wrong ones
     */
    Outcome renewCodes(String oldPassword, Visitor visitor);

    /** A further code, for whoever has this machine's shell. @return empty while no password is set */
    Optional<String> issueCode();
}
