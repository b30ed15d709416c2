package org.opensem.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Which language somebody gets (E2): console, REST, mail, reports and shell all ask here. */
@ProviderType
public interface Region {

    /** The language that the settings name: German, US or British English; empty if each browser's own is taken. */
    Optional<Locale> configured();

    /**
     * The language for somebody who prefers these, best first: the first of them that we speak, else the configured one, else the
     * machine's. Of a mail, a report or a shell, which prefer none, it is the configured one.
     */
    Locale language(List<Locale> preferred);
}
