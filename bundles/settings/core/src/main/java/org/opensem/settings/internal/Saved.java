package org.opensem.settings.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of a group in its file.
 *
 * @param values its fields by their paths; secrets closed
 * @param names the first steps of the paths of all its fields, also of those without a value
 * @param seen {@link #hash} of the values when openSEM wrote them; another one tells that somebody edited the file
 * @param before hash of the fields in Configuration Admin before the last write, which a crash or a power cut may bring back;
 *     empty a minute later, when that cannot happen any more
 */
record Saved(Map<String, String> values, Set<String> names, String seen, String before) {
    private static final String NAMES = "fields: ";
    private static final String SEEN = "written: ";
    private static final String BEFORE = "before: ";

    Saved {
        values = new LinkedHashMap<>(values);
        names = new TreeSet<>(names);
    }

    static Saved of(Map<String, String> values, Set<String> names, Map<String, String> before) {
        return new Saved(values, names, hash(values), hash(before));
    }

    /** The same, where nobody remembers what was before. */
    Saved settled() {
        return new Saved(values, names, seen, "");
    }

    /** Whether somebody else than openSEM wrote the file. */
    boolean edited() {
        return !hash(values).equals(seen);
    }

    String text(String pid) {
        List<String> head = new ArrayList<>(List.of(
                "Settings of openSEM, " + pid + ". Written by openSEM: change them in the console, by REST, with sem:settings,",
                "or in etc/" + pid + ".cfg of the distribution.", NAMES + String.join(" ", names), SEEN + seen));
        if (!before.isEmpty()) {
            head.add(BEFORE + before);
        }
        return PropertyText.format(head, values);
    }

    /** @throws IllegalArgumentException if it is no text of properties */
    static Saved parse(String text) {
        Set<String> names = new TreeSet<>(Arrays.asList(head(text, NAMES).split(" ")));
        names.remove("");
        return new Saved(PropertyText.parse(text), names, head(text, SEEN), head(text, BEFORE));
    }

    private static String head(String text, String name) {
        String start = "# " + name;
        return text.lines().filter(line -> line.startsWith(start)).findFirst().map(line -> line.substring(start.length()).strip())
                .orElse("");
    }

    /** Tells values from others, whatever their order. */
    static String hash(Map<String, String> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(values).forEach((name, value) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
