package org.opensem.settings;

import java.util.Set;

/**
 * @param id name in REST and shell: lower-case letters and hyphens, for example {@code tariff}
 * @param pid of its configuration, for example {@code org.opensem.tariff}
 * @param order in lists, ascending; openSEM's own lie below 1000
 * @param secrets paths of fields that are kept encrypted, shown nowhere again, and kept as they are when a new document leaves them
 *     out
 */
public record SettingsDescriptor(String id, String pid, int order, Set<String> secrets) {

    public SettingsDescriptor {
        if (!id.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("A group's id has lower-case letters and hyphens only: " + id);
        }
        secrets = Set.copyOf(secrets);
    }

    public SettingsDescriptor(String id, String pid, int order) {
        this(id, pid, order, Set.of());
    }
}
