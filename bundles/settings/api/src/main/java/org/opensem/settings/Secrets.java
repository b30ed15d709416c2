package org.opensem.settings;

import java.util.Optional;
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
}
