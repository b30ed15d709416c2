package org.opensem.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opensem.settings.Fault;
import org.osgi.annotation.versioning.ProviderType;

/** Tokens by which programs are known ({@code Authorization: Bearer …}). Only their hashes are kept. */
@ProviderType
public interface Tokens {
    /** Most tokens at a time. */
    int MOST = 100;
    /** Most characters of a name. */
    int MOST_CHARACTERS = 60;

    /** What a token may do. */
    enum Right {
        /** Ask. */
        READ,
        /** Ask and change, but nothing of access itself. */
        WRITE
    }

    /**
     * A token, without its secret.
     *
     * @param id short, no secret
     * @param name the owner's
     * @param lastUse to about a quarter of an hour; empty if it was never used
     */
    record Token(String id, String name, Right right, Instant since, Optional<Instant> lastUse) {}

    /**
     * What became of making one.
     *
     * @param faults of {@code name}; if there are any, there is no token
     * @param token the new one; empty if there are faults
     * @param secret what the program sends; shown this once
     */
    record Made(List<Fault> faults, Optional<Token> token, String secret) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Made " + token + " " + faults;
        }
    }

    /** In the order in which they were made. */
    List<Token> list();

    /** Makes a token. @param name one that no other token has */
    Made make(String name, Right right);

    /** Withdraws a token; it is refused from now on. @return false if there is none */
    boolean withdraw(String id);
}
