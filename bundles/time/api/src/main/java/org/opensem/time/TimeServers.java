package org.opensem.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The servers that are asked for the time (E1). */
@ProviderType
public interface TimeServers {
    /** The most that are asked. */
    int MOST = 4;

    /**
     * Those that are asked unless the settings name others: run by two institutions, so that no single mistake moves them all.
     */
    List<String> PRESET =
            List.of("ptbtime1.ptb.de", "ptbtime2.ptb.de", "0.europe.pool.ntp.org", "1.europe.pool.ntp.org");

    /** The servers of the settings in their order, with what they last said; without any while they are not asked. */
    List<Server> servers();

    /** Asks them now rather than when it is their turn; returns at once. */
    void measure();

    /** What is to be thought of a server. */
    enum State {
        /** Not asked yet. */
        WAITING,
        /** It agrees with most of the others. */
        AGREES,
        /** It contradicts the others and is passed over. */
        CONTRADICTS,
        /** It answers, but too few others do to tell whether it is right. */
        ALONE,
        /** It does not answer in time. */
        SILENT,
        /** It has no such name. */
        UNKNOWN,
        /** What it answers is no usable time: it is not synchronised itself, too far away, or talks something else. */
        UNUSABLE,
        /** It asks not to be asked so often, or at all. */
        DECLINES
    }

    /**
     * @param address as in the settings
     * @param state see {@link State}
     * @param offset what its time is ahead of the clock's; empty if it has not told one
     * @param delay how long its best answer took; empty if there was none
     * @param lastAnswer when it last answered with a usable time; empty if it never did
     */
    record Server(String address, State state, Optional<Duration> offset, Optional<Duration> delay,
            Optional<Instant> lastAnswer) {
        public Server {
            Objects.requireNonNull(address);
            Objects.requireNonNull(state);
            Objects.requireNonNull(offset);
            Objects.requireNonNull(delay);
            Objects.requireNonNull(lastAnswer);
        }
    }
}
