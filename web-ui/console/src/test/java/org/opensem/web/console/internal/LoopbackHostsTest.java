package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until a password can be set, only this machine's own names are answered. */
class LoopbackHostsTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]", "[::1]:8080",
        "sem.localhost:8080"})
    void namesOfThisMachineAreAllowed(String host) {
        assertThat(LoopbackHosts.allows(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "example.org", "example.org:8080", "localhost.example.org", "127.0.0.1.example.org",
        "192.168.1.2:8080", "localhost:8080@example.org", "[::2]"})
    void foreignNamesAreRefused(String host) {
        assertThat(LoopbackHosts.allows(host)).isFalse();
    }
}
