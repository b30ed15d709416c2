package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.rest.internal.Problem.FieldFault;
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

    /**
     * A time that has to be there, as epoch second.
     *
     * @param path of the object, before the names of its fields
     * @param zone of times without offset
     * @param faults gets the fault if it is none
     */
    static OptionalLong time(JsonNode node, String path, String name, ZoneId zone, List<FieldFault> faults) {
        JsonNode value = node.get(name);
        String field = path + name;
        if (value == null || value.isNull()) {
            faults.add(new FieldFault(field, "missing"));
        } else if (!value.isString()) {
            faults.add(new FieldFault(field, "time", value.toString()));
        } else {
            String text = value.stringValue();
            try {
                Optional<Instant> time = Times.instant(text, zone);
                if (time.isPresent() && time.get().getEpochSecond() >= 0) {
                    return OptionalLong.of(time.get().getEpochSecond());
                }
                faults.add(new FieldFault(field, time.isPresent() ? "time" : "ambiguous", text, zone.getId()));
            } catch (DateTimeException e) {
                faults.add(new FieldFault(field, "time", text));
            }
        }
        return OptionalLong.empty();
    }
}
