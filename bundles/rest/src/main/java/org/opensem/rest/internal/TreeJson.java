package org.opensem.rest.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Trees of maps, lists, texts, numbers and booleans as JSON. */
final class TreeJson {
    private TreeJson() {}

    /** @throws Problem 400 if it is no object */
    static Map<String, Object> read(JsonNode tree) {
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

    static void write(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, inner) -> {
                    json.writeName(name.toString());
                    write(json, inner);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }
}
