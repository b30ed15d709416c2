package org.opensem.access;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether a request is admitted, and as whom; or why not.
 */
public final class Decision {
    /** Name of the attribute under which the doorkeeper leaves it in each HTTP request that it lets in. */
    public static final String ATTRIBUTE = "org.opensem.access.decision";

    /** As whom a request is admitted. */
    public enum Caller {
        /** The owner: a browser that has logged in. */
        OWNER,
        /** Somebody at this machine, who needs no password: none is set, or none is needed for this call. */
        LOCAL,
        /** A program with a token that may read and write. */
        WRITER,
        /** A program with a token that may read. */
        READER,
        /** Anybody: the call is open to all. */
        ANYBODY
    }

    /** Why a request is refused. */
    public enum Refusal {
        /** Not asked for by one of its own names: perhaps a foreign page that was pointed here (DNS rebinding). */
        FOREIGN_HOST,
        /** Sent by a page from elsewhere. */
        FOREIGN_ORIGIN,
        /** Not from this machine, although no password protects it yet, or protection is off. */
        NOT_LOCAL,
        /** Neither logged in nor with a valid token. */
        UNKNOWN_CALLER,
        /** A token that may only read. */
        READ_ONLY,
        /** Only the owner may: a token is not enough. */
        OWNER_ONLY,
        /** No password is set yet: a browser on the network may set one with the setup code, and nothing else. */
        SETUP_FIRST,
        /** The part that decides is being updated. */
        UPDATING
    }

    private final Caller caller;
    private final Refusal refusal;
    private final String name;

    private Decision(Caller caller, Refusal refusal, String name) {
        this.caller = caller;
        this.refusal = refusal;
        this.name = Objects.requireNonNull(name);
    }

    public static Decision admitted(Caller caller) {
        return admitted(caller, "");
    }

    /** @param name of the session or the token: its id, which is no secret */
    public static Decision admitted(Caller caller, String name) {
        return new Decision(Objects.requireNonNull(caller), null, name);
    }

    public static Decision refused(Refusal refusal) {
        return refused(refusal, "");
    }

    /** @param name what was refused, for the message: a host, an origin */
    public static Decision refused(Refusal refusal, String name) {
        return new Decision(null, Objects.requireNonNull(refusal), name);
    }

    public boolean isAdmitted() {
        return caller != null;
    }

    /** @throws IllegalStateException if it is refused */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("Refused: " + refusal);
        }
        return caller;
    }

    /** Empty if it is admitted. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The id of the session or of the token; of a refusal the host or the origin at fault; may be empty. */
    public String name() {
        return name;
    }

    /** Whether it is the owner, or somebody who counts as such because no password protects anything. */
    public boolean isOwner() {
        return caller == Caller.OWNER || caller == Caller.LOCAL;
    }

    @Override
    public String toString() {
        return (caller == null ? "refused " + refusal : "admitted " + caller) + (name.isEmpty() ? "" : " " + name);
    }
}
