package org.opensem.feed.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorsTest {
    private final Visitors local = new Visitors(true, "sem-1a2b3c");
    private final Visitors network = new Visitors(false, "sem-1a2b3c");

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]", "::1"})
    void loopbackNamesEnter(String host) {
        assertThat(local.mayEnter(host, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.1.5", "127.0.0.1.nip.io", "[2001:db8::1]", ""})
    void otherNamesDoNot(String host) {
        assertThat(local.mayEnter(host, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://localhost.evil.example", "file://", "http://192.168.1.5", "%"})
    void foreignPagesDoNot(String origin) {
        assertThat(local.mayEnter("localhost", origin)).isFalse();
    }

    @Test
    void aLocalPageEnters() {
        assertThat(local.mayEnter("localhost", "http://localhost:8080")).isTrue();
        assertThat(local.mayEnter("127.0.0.1", "http://[::1]:8080")).isTrue();
        assertThat(local.mayEnter(null, null)).isFalse();
    }

    @Test
    void openedToTheNetworkTheDeviceIsKnownByAddressAndByItsOwnName() {
        assertThat(network.mayEnter("192.168.1.5", null)).isTrue();
        assertThat(network.mayEnter("SEM-1a2b3c", "http://sem-1a2b3c")).isTrue();
        assertThat(network.mayEnter("sem-1a2b3c.local", null)).isTrue();
        assertThat(network.mayEnter("evil.example", null)).isFalse();
        assertThat(network.mayEnter("192.168.1.5", "http://evil.example")).isFalse();
    }
}
