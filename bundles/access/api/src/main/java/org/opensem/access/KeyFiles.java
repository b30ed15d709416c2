package org.opensem.access;

import java.util.Optional;
import org.opensem.settings.SettingsException;
import org.osgi.annotation.versioning.ProviderType;

/** Small secret files in {@code OPENSEM_DATA/keys}: replaced in one step, readable for the process' user only, in no export. */
@ProviderType
public interface KeyFiles {

    /**
     * What is kept under a name; empty if there is nothing.
     *
     * @param name lower-case letters, digits, dots and hyphens, for example {@code https.pem}
     * @throws SettingsException if it is there and cannot be read
     */
    Optional<byte[]> read(String name);

    /**
     * Keeps something under a name, in place of what was kept before.
     *
     * @throws SettingsException if it cannot be kept; then what was kept before still is
     */
    void keep(String name, byte[] content);
}
