package org.opensem.settings;

import java.util.Set;

/**
 * The names of a group.
 *
 * @param id name in REST and shell: lower-case letters and hyphens, for example {@code tariff}
 * @param pid of its configuration, for example {@code org.opensem.tariff}; letters, digits, dots, hyphens and underscores. A
 *     configuration belongs to one group at most
 * @param order in lists, ascending; openSEM's own lie below 1000
 * @param secrets paths of fields that are kept encrypted, shown nowhere again, and kept as they are when a new document leaves
 *     them out; for example {@code password} or {@code server.password}, never an item of a list
 */
public record SettingsDescriptor(String id, String pid, int order, Set<String> secrets) {

    public SettingsDescriptor {
        if (!id.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("A group's id has lower-case letters and hyphens only: " + id);
        }
        if (!pid.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
            throw new IllegalArgumentException("A group's pid has letters, digits, dots, hyphens and underscores only: " + pid);
        }
        secrets = Set.copyOf(secrets);
        secrets.stream().filter(path -> !path.matches("[^.\\[\\]]+(\\.[^.\\[\\]]+)*")).findAny().ifPresent(path -> {
            throw new IllegalArgumentException("A secret is no item of a list: " + path);
        });
    }

    public SettingsDescriptor(String id, String pid, int order) {
        this(id, pid, order, Set.of());
    }
}
