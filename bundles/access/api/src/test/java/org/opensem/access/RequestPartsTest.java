package org.opensem.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.AccessRequest.Door;

/** E6: what is read off a request: hosts, loopback addresses, the cookie, and where attempts are counted. */
class RequestPartsTest {

    private static AccessRequest from(String address, Map<String, String> headers) {
        return new AccessRequest(Door.HTTP, address, "GET", "/",
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"localhost:8080|localhost", "LocalHost|localhost", "localhost.|localhost",
        "[::1]:80|[::1]",
        "http://sem-1a2b3c:8080|sem-1a2b3c", "https://[FE80::1]|[fe80::1]", "a_b.example|a_b.example", "user@host|''",
        "host/path|''", "host:80:80|''", "[::1|''", "''|''", "host name|''", "[::1]x|''"})
    void theHostOfAHeader(String header, String host) {
        assertThat(Local.host(header)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1", "[::1]", "::ffff:127.0.0.1"})
    void loopbackAddresses(String address) {
        assertThat(Local.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.1", "127.0.0.1.example", "localhost", "::2", "", "0.0.0.0", "fe80::1", "1127.0.0.1"})
    void otherAddresses(String address) {
        assertThat(Local.isAddress(address)).isFalse();
    }

    @Test
    void theCookieIsFoundAmongOthers() {
        assertThat(SessionCookie.token(from("", Map.of("Cookie", "opensem.unit=kwh; opensem-session=abc; x=y")))).contains("abc");
        assertThat(SessionCookie.token(from("", Map.of("Cookie", "opensem-sessions=abc; xopensem-session=d")))).isEmpty();
        assertThat(SessionCookie.token(from("", Map.of("Cookie", "opensem-session=")))).isEmpty();
        assertThat(SessionCookie.token(from("", Map.of()))).isEmpty();
    }

    @Test
    void theCookieIsForTheServerAndTheSameSiteOnly() {
        NewSession session = new NewSession("abc", "1", Duration.ofDays(90));
        assertThat(SessionCookie.of(session, true)).isEqualTo(
                "opensem-session=abc; Path=/; Max-Age=7776000; HttpOnly; SameSite=Strict; Secure");
        assertThat(SessionCookie.of(session, false)).endsWith("; HttpOnly; SameSite=Strict");
        assertThat(SessionCookie.none(false)).startsWith("opensem-session=; Path=/; Max-Age=0");
        assertThat(session.toString()).doesNotContain("abc");
    }

    @Test
    void attemptsCountWhereTheyComeFrom() {
        assertThat(Visitor.of(from("192.168.1.20", Map.of("X-Forwarded-For", "10.0.0.1"))).address())
                .as("only a proxy on this machine is believed").isEqualTo("192.168.1.20");
        assertThat(Visitor.of(from("127.0.0.1", Map.of("X-Forwarded-For", "10.0.0.1, 203.0.113.9"))).address())
                .isEqualTo("203.0.113.9");
        assertThat(Visitor.of(from("127.0.0.1", Map.of("X-Forwarded-For", "unknown"))).address()).isEqualTo("proxy");
        assertThat(Visitor.of(from("127.0.0.1", Map.of("Host", "localhost"))).local()).isTrue();
        assertThat(Visitor.of(from("127.0.0.1", Map.of("Host", "localhost", "X-Forwarded-For", "10.0.0.1"))).local()).isFalse();
        assertThat(new Visitor("x", false, "y".repeat(1000)).browser()).hasSize(200);
    }

    @Test
    void everyQuestionHasItsText() {
        for (String key : Question.KEYS) {
            assertThat(new Question(key, "").message().in(Locale.GERMAN)).endsWith("?");
        }
        assertThat(new Question(Question.OWN, "Wo?").message().in(Locale.UK)).isEqualTo("Wo?");
    }
}
