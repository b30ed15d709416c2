package org.opensem.rest.internal;

import java.math.BigDecimal;
import java.util.Map;

/** Writes metrics in Prometheus' text format 0.0.4. */
final class PrometheusText {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(4096);

    PrometheusText gauge(String name, String help, Number value) {
        return family(name, "gauge", help).value(name, Map.of(), value);
    }

    /** @param name ends in {@code _total} */
    PrometheusText counter(String name, String help, Number value) {
        return family(name, "counter", help).value(name, Map.of(), value);
    }

    /** Announces a metric whose values, by label, follow. */
    PrometheusText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    PrometheusText value(String name, Map<String, String> labels, Number value) {
        text.append(name);
        String separator = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.append(separator).append(label.getKey()).append("=\"").append(escape(label.getValue())).append('"');
            separator = ",";
        }
        text.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    private static String escape(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(Number value) {
        return value instanceof Double d && !d.isNaN() && !d.isInfinite()
                ? new BigDecimal(d.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
