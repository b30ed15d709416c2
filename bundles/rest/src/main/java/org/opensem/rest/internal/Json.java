package org.opensem.rest.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How this API writes and reads JSON. */
final class Json {
    /** Reads a body as a tree; text after the value is a fault, numbers keep all their digits. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Writes a body; the stream stays open. A client that went away is an {@link IOException}. */
    static void write(JsonBody body, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
                // What is cut off by a fault must not look complete.
                .configure(StreamWriteFeature.AUTO_CLOSE_CONTENT, false)
                .configure(StreamWriteFeature.FLUSH_PASSED_TO_STREAM, false)) {
            body.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    static String string(JsonBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            write(body, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A map of counts, strings or nulls as an object. */
    static void object(JsonGenerator json, String name, Map<String, ?> members) {
        json.writeName(name).writeStartObject();
        members.forEach(json::writePOJOProperty);
        json.writeEndObject();
    }

    /** Milliwatts as W, exactly: at most three decimals. */
    static void watts(JsonGenerator json, String name, int milliwatts) {
        json.writeNumberProperty(name, milliwatts / 1000.0);
    }

    /** A mean in W, to a microwatt. */
    static void mean(JsonGenerator json, String name, double watts) {
        json.writeNumberProperty(name, micro(watts));
    }

    /** A covered part, 0…1, to a millionth. */
    static void coverage(JsonGenerator json, double coverage) {
        double rounded = micro(coverage);
        // A gap of one second in a year must not be rounded away, nor must one second of data.
        if (rounded == 1 && coverage < 1) {
            rounded = 0.999999;
        } else if (rounded == 0 && coverage > 0) {
            rounded = 0.000001;
        }
        json.writeNumberProperty("coverage", rounded);
    }

    /** Money as text, with the places that it has; null is {@code null}. */
    static void money(JsonGenerator json, String name, BigDecimal amount) {
        json.writeStringProperty(name, amount == null ? null : amount.toPlainString());
    }

    /** A figure as a number; null is {@code null}. */
    static void number(JsonGenerator json, String name, BigDecimal figure) {
        if (figure == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, figure.doubleValue());
        }
    }

    private static double micro(double value) {
        // + 0.0: no negative zero
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }
}
