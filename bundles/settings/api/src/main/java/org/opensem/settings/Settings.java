package org.opensem.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.language.Message;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All groups of settings, one way in for console, REST, shell and backups. What is written is checked as a whole and takes effect
 * as a whole, or not at all. A file dropped into {@code etc/} has the same effect as {@link #write}.
 */
@ProviderType
public interface Settings {

    /** The ids of the groups that are there now, in their order. */
    List<String> groups();

    /**
     * A group's document with its facts and without its secrets; beside each secret {@code <name>Set} tells whether there is one
     * that can be opened. Empty if there is no such group now.
     */
    Optional<Map<String, Object>> read(String group);

    /** Every fault of a document; empty if it could be written. The same tolerance as {@link #write}. */
    List<Fault> check(String group, Map<String, ?> document);

    /**
     * Checks and writes a whole document; fields that it leaves out get their defaults. Secrets that it leaves out, or that are
     * null, stay as they are; a blank text removes one. What {@link #read} gave can be written again as it is.
     *
     * @param origin who did it, for the history: {@code console}, {@code rest}, {@code shell}, {@code import}; lower-case
     *     letters, digits and hyphens
     * @return every fault; empty if it was written
     * @throws IllegalArgumentException if there is no such group, or the origin is none
     * @throws SettingsException if it could not be kept; nothing has changed then
     */
    List<Fault> write(String group, Map<String, ?> document, String origin);

    /**
     * What a group was, newest first, at most 50; the first is what it is now. Empty as long as nobody has written it, and if
     * there is no such group.
     */
    List<Revision> history(String group);

    /**
     * Writes an earlier revision again, with the secrets of today; in the history its origin is {@code restore}.
     *
     * @param origin who did it, for the log
     * @return every fault, if the group no longer takes what it took then
     * @throws IllegalArgumentException if there is no such group or revision
     * @throws SettingsException if it could not be kept; nothing has changed then
     */
    List<Fault> restore(String group, long revision, String origin);

    /** What went wrong and has not been mended, for people: a file in {@code etc/} that was refused, for example. */
    default List<Message> troubles() {
        return List.of();
    }
}
