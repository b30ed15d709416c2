package org.opensem.access.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The owner's record, in {@code <data>/keys/access.owner}. A file that cannot be read opens nothing. */
@Component(service = OwnerStore.class)
public final class OwnerStore {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerStore.class);

    private final KeptFile file;
    private volatile OwnerRecord current;

    @Activate
    public OwnerStore(@Reference Data data) {
        file = data.key("access.owner");
        current = load();
    }

    private OwnerRecord load() {
        try {
            Map<String, String> values = file.read();
            return file.exists() ? OwnerRecord.of(values) : null;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The owner's password cannot be read, nobody can log in: sem:reset-password in the shell helps. {}",
                    e.toString());
            return OwnerRecord.UNREADABLE;
        }
    }

    /** Empty until there is a password. */
    Optional<OwnerRecord> current() {
        return Optional.ofNullable(current);
    }

    /** @throws org.opensem.settings.SettingsException if it cannot be kept; then nothing has changed */
    void keep(OwnerRecord next) {
        file.write(next.values());
        current = next;
    }
}
