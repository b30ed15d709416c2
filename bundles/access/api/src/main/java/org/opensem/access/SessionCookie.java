package org.opensem.access;

import java.util.Arrays;
import java.util.Optional;

/** The cookie that holds a session's token. */
public final class SessionCookie {
    public static final String NAME = "opensem-session";

    private SessionCookie() {}

    /** The {@code Set-Cookie} of a new session. @param secure whether the answer goes by HTTPS */
    public static String of(NewSession session, boolean secure) {
        return text(session.token(), session.life().toSeconds(), secure);
    }

    /** The {@code Set-Cookie} that takes it away. */
    public static String none(boolean secure) {
        return text("", 0, secure);
    }

    private static String text(String value, long seconds, boolean secure) {
        return NAME + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    /** The token that a request brings. */
    public static Optional<String> token(AccessRequest request) {
        return request.headers().apply("Cookie").stream().flatMap(header -> Arrays.stream(header.split(";"))).map(String::strip)
                .filter(pair -> pair.startsWith(NAME + "=")).map(pair -> pair.substring(NAME.length() + 1))
                .filter(token -> !token.isEmpty()).findFirst();
    }
}
