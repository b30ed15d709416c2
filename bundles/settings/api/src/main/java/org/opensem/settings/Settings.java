package org.opensem.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All groups of settings, one way in for console, REST, shell and backups. What is written is checked as a whole and takes effect
 * as a whole, or not at all. A file dropped into {@code etc/} has the same effect as {@link #write}.
 */
@ProviderType
public interface Settings {

    /** The ids of the groups that are there now, in their order. */
    List<String> groups();

    /** A group's document with its facts and without its secrets; empty if there is no such group now. */
    Optional<Map<String, Object>> read(String group);

    /** Every fault of a document; empty if it could be written. The same tolerance as {@link #write}. */
    List<Fault> check(String group, Map<String, ?> document);

    /**
     * Checks and writes a whole document; fields that it leaves out get their defaults, secrets stay as they are.
     *
     * @param origin who did it, for the history: {@code console}, {@code rest}, {@code shell}, {@code import}
     * @return every fault; empty if it was written
     * @throws IllegalArgumentException if there is no such group
     * @throws SettingsException if it could not be kept; nothing has changed then
     */
    List<Fault> write(String group, Map<String, ?> document, String origin);

    /** What a group was, newest first; the first is what it is now. */
    List<Revision> history(String group);

    /**
     * Writes an earlier revision again.
     *
     * @throws IllegalArgumentException if there is no such revision
     */
    List<Fault> restore(String group, long revision, String origin);
}
