package org.opensem.access.http.internal;

/** The one JSON object that is written here, RFC 9457. */
final class Json {
    private Json() {}

    static String problem(Refused refused, String title, String detail) {
        return "{\"type\":\"urn:opensem:problem:" + refused.key() + "\",\"title\":" + text(title) + ",\"status\":"
                + refused.status() + ",\"detail\":" + text(detail) + "}";
    }

    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || c == '<' || c > 0xd7ff) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
