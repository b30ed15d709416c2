package org.opensem.settings.internal;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where user data lies: {@code opensem.data}, which the launcher sets from OPENSEM_DATA; else beside the distribution. */
final class DataFolder {
    private DataFolder() {}

    static Path of(UnaryOperator<String> properties) {
        String data = properties.apply("opensem.data");
        if (data != null && !data.isBlank()) {
            return Path.of(data).toAbsolutePath().normalize();
        }
        String base = properties.apply("karaf.base");
        return Path.of(base == null ? "." : base).toAbsolutePath().normalize().resolveSibling("opensem-data");
    }
}
