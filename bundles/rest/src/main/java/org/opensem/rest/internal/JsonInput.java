package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a body of JSON that is small enough to be held in memory. */
final class JsonInput {
    /** Most bytes of a body: about 8,000 samples. */
    static final int MOST_BYTES = 1 << 20;

    private JsonInput() {}

    /** @throws Problem 400 or 413 */
    static JsonNode read(InputStream in) throws IOException {
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

    /** An object as a tree of maps, lists, texts, numbers and booleans. @throws Problem 400 if it is no object */
    static Map<String, Object> document(InputStream in) throws IOException {
        JsonNode tree = read(in);
        if (!tree.isObject()) {
            throw Problem.of(400, "no-document");
        }
        return map(tree);
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> map.put(name, value(value)));
        return map;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return node.isInt() ? (Object) number.intValueExact() : number;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isNull() ? null : node.stringValue();
    }
}
