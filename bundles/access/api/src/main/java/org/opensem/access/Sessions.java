package org.opensem.access;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Browsers that have logged in. Sessions outlive restarts; only the hashes of their tokens are kept. */
@ProviderType
public interface Sessions {

    /**
     * A session.
     *
     * @param browser what the browser called itself
     * @param since when it logged in
     * @param lastUse to about a quarter of an hour
     */
    record Session(String id, String browser, Instant since, Instant lastUse) {}

    /** Ends the session of a token, if there is one. */
    void logOut(String token);

    /** Ends all sessions. */
    void logOutEverywhere();

    /** Whether a session still lasts. @param id see {@link Decision#name} */
    boolean lasts(String id);

    /** Those that last, the latest used first. */
    List<Session> list();
}
