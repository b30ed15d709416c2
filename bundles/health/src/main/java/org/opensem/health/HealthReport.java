package org.opensem.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All checks that there are. */
@ProviderType
public interface HealthReport {

    /** Asks every check, at once; never throws for one of them. */
    Summary report();

    /**
     * @param level the worst of the entries; {@link Health.Level#OK} without any
     * @param entries by name
     */
    record Summary(Health.Level level, List<Entry> entries) {
        public Summary {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param name of the check
     * @param health its answer
     */
    record Entry(String name, Health health) {}
}
