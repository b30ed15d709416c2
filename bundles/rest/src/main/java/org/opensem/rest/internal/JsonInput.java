package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads bodies of JSON. */
final class JsonInput {
    /** Most bytes of a body: about 8,000 samples. */
    static final int MOST_BYTES = 1 << 20;

    private JsonInput() {}

    /** @throws Problem 400 if it is no JSON, 413 if it is too large */
    static JsonNode tree(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.of(413, "too-large");
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw Problem.of(400, "malformed-json", String.valueOf(line), String.valueOf(column));
        }
    }
}
