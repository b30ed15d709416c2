package org.opensem.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Opens and closes what must not lie readable in a file: AES-GCM with a key in a file of its own, outside of every export. */
@ProviderType
public interface Secrets {

    /** The text encrypted, to be kept. */
    String close(String secret);

    /**
     * The text of a kept value; a value that was never encrypted (typed into a file) is given as it is.
     *
     * @return empty if it cannot be opened: another key, a damaged text
     */
    Optional<String> open(String kept);

    /**
     * A configuration as {@link SettingsGroup#read} gets it: the secrets opened, so that the same code reads them. One that
     * cannot be opened is left out.
     *
     * @param paths see {@link SettingsDescriptor#secrets}
     */
    default Map<String, Object> opened(Map<String, ?> properties, Set<String> paths) {
        Map<String, Object> opened = new HashMap<>(properties);
        paths.forEach(path -> opened.computeIfPresent(path, (name, kept) -> open(kept.toString()).orElse(null)));
        return opened;
    }
}
