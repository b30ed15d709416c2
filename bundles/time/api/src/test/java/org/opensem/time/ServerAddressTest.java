package org.opensem.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E1: how a time server may be written in the settings. */
class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({"ptbtime1.ptb.de,ptbtime1.ptb.de,123", "' pool.ntp.org ',pool.ntp.org,123", "192.168.1.1:1123,192.168.1.1,1123",
        "[2001:db8::1],2001:db8::1,123", "[2001:db8::1]:65535,2001:db8::1,65535", "a:1,a,1", "time-1.example,time-1.example,123"})
    void isANameOrAnAddressWithOrWithoutAPort(String text, String host, int port) {
        assertThat(ServerAddress.parse(text)).isEqualTo(new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://pool.ntp.org", "a..b", "-a", "a-", ".a", "a.", "a:0", "a:65536", "a:", "a:123456",
        "a b", "2001:db8::1", "[2001:db8::1", "[x]", "a/b", "user@host"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheSettingsOfferIsOne() {
        assertThat(TimeServers.PRESET).hasSize(TimeServers.MOST)
                .allSatisfy(server -> assertThat(ServerAddress.parse(server).host()).isEqualTo(server));
    }
}
