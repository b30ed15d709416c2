package org.opensem.web;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script or style sheet of a bundle, at an address that changes with its content: a browser keeps it for good, and a page
 * that is open while the bundle is updated loads the new one beside the old.
 *
 * <p>The file lies below {@code META-INF/resources} of the bundle of a view's class. Its address is
 * {@code /~<hash>/<path>}, so a module may import its neighbours relatively ({@code ./other.js}); name them all, so that the
 * address changes when any of them does. A module that defines a custom element takes the hash into the element's name, since
 * a page cannot define a name twice: {@link #hash()}, or {@code import.meta.url} in the script.
 *
 * <p>Create it once, for example in a static field: reading the files is what costs.
 */
public final class Asset {
    private static final String ROOT = "META-INF/resources/";
    private static final int HASH_BYTES = 6;

    private final String path;
    private final List<String> others;
    private final String hash;

    private Asset(String path, List<String> others, String hash) {
        this.path = path;
        this.others = others;
        this.hash = hash;
    }

    /**
     * @param owner a class of the bundle that holds the files
     * @param path the file's path below {@code META-INF/resources}; begin it with something of your own
     * @param others paths of the files that it imports
     * @throws IllegalArgumentException if a file is not there
     */
    public static Asset of(Class<?> owner, String path, String... others) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(read(owner, path));
            for (String other : others) {
                digest.update(read(owner, other));
            }
            return new Asset(path, List.of(others), HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static byte[] read(Class<?> owner, String path) {
        try (InputStream in = owner.getClassLoader().getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + ROOT + path + " in the bundle of " + owner.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twelve lower-case hex digits that change with the content. */
    public String hash() {
        return hash;
    }

    /** The address for {@code Page.addJsModule} and {@code Page.addStyleSheet}. */
    public String url() {
        return "context://~" + hash + "/" + path;
    }

    /** The addresses of the file and of all that it imports, for a page that wants to load them early. */
    public List<String> urls() {
        return Stream.concat(Stream.of(path), others.stream()).map(file -> "context://~" + hash + "/" + file).toList();
    }

    /** Loads it as an ES module into a page; again has no effect. */
    public void loadModule(UI ui) {
        ui.getPage().addJsModule(url());
    }

    /** Loads it as a style sheet into a page; again has no effect. */
    public void loadStyleSheet(UI ui) {
        ui.getPage().addStyleSheet(url());
    }
}
