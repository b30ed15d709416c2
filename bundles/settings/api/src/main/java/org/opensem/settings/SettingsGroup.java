package org.opensem.settings;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A group of settings, registered as a service by the bundle that uses it. REST, the shell, backups and the console find it by
 * that service; its values are the configuration of its PID, which the bundle reads as any component does:
 * {@code Fields.ofProperties(properties)} and the same reading code as in {@link #read}.
 */
@ConsumerType
public interface SettingsGroup {

    /** Its names. */
    SettingsDescriptor descriptor();

    /**
     * Reads all fields of a document, notes every fault in it, and returns the document in its normal form, with the defaults of
     * what is missing: texts, {@link java.math.BigDecimal}, {@link Integer}, {@link Boolean}, lists and maps of these, null.
     * Called with the stored values (to show them) and with new ones (to check them), from any thread, secrets opened. Its result
     * is not used if there are faults. Fields must be asked for by name in every reading in which they may stand: what is never
     * asked for is a fault in a document, and somebody else's property in a configuration.
     */
    Map<String, Object> read(Fields fields);

    /**
     * Further facts to be shown beside the fields, for example an offset that was measured. They are in no backup, and a document
     * that holds them is taken without them.
     */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
