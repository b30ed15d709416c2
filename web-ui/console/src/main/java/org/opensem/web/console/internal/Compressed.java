package org.opensem.web.console.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Static files compressed once, in the console's own corner of Karaf's cache. Vaadin's file server asks for the name with
 * {@code .gz} when a browser takes it.
 */
final class Compressed {
    private static final Set<String> WORTH_IT = Set.of("js", "css", "svg", "json", "webmanifest");

    private final BundleContext context;

    Compressed(BundleContext context) {
        this.context = context;
    }

    /** The compressed copy of a bundle's file, or null if it would not be worth it or cannot be made. */
    URL of(Bundle bundle, String path, URL original) {
        if (!WORTH_IT.contains(path.substring(path.lastIndexOf('.') + 1))) {
            return null;
        }
        String plain = path.replaceAll("[^A-Za-z0-9.-]", "_");
        String name = bundle.getBundleId() + "-" + bundle.getLastModified() + "-" + plain + ".gz";
        File copy = context.getDataFile(name);
        if (copy == null) {
            return null;
        }
        try {
            if (!copy.exists()) {
                compress(original, copy.toPath());
            }
            return copy.toURI().toURL();
        } catch (IOException e) {
            ConsoleServlet.LOG.debug("Serving {} as it is: it could not be compressed", path, e);
            return null;
        }
    }

    private static void compress(URL original, Path copy) throws IOException {
        Path part = Files.createTempFile(copy.getParent(), "part", ".gz");
        try (InputStream in = original.openStream(); OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
            in.transferTo(out);
        }
        Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
