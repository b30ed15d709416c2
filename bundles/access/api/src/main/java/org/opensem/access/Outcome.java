package org.opensem.access;

import java.util.List;
import java.util.Optional;
import org.opensem.settings.Fault;

/**
 * What became of an attempt.
 *
 * @param faults all of them; if there are any, nothing has changed
 * @param session the new one; empty if there are faults, or none was asked for
 * @param codes recovery codes to be shown this once; may be empty
 */
public record Outcome(List<Fault> faults, Optional<NewSession> session, List<String> codes) {

    public Outcome {
        faults = List.copyOf(faults);
        codes = List.copyOf(codes);
    }

    public static Outcome refused(List<Fault> faults) {
        return new Outcome(faults, Optional.empty(), List.of());
    }

    public boolean isDone() {
        return faults.isEmpty();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Outcome " + faults.stream().map(Fault::field).toList();
    }
}
