package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The OpenAPI description, and which addresses it has. */
final class Description {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

    private final String text;
    private final List<Pattern> paths;

    Description() {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths = Json.MAPPER.readTree(text).get("paths").propertyNames().stream()
                .map(path -> Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+"))).toList();
    }

    String text() {
        return text;
    }

    /** Whether there is such an address, though perhaps not now. */
    boolean has(String path) {
        return paths.stream().anyMatch(known -> known.matcher(path).matches());
    }
}
