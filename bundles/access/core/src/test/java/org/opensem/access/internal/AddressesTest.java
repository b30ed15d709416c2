package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E6: the device's own addresses, without asking a name server. */
class AddressesTest {
    private Set<String> own = Set.of(Addresses.plain("192.168.1.5"), Addresses.plain("2001:db8::1"));
    private long nanos;
    private int asked;

    private Set<String> source() {
        asked++;
        return own;
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.5,true", "[2001:db8::1],true", "[2001:DB8:0:0::1],true", "192.168.1.6,false", "[2001:db8::2],false",
        "evil.example,false", "192.168.1.5.example,false", "3232235781,false"})
    void spellingDoesNotMatter(String host, boolean expected) {
        assertThat(new Addresses(this::source, () -> nanos).isOwn(host)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "", "cafe", "1.2.3", "999.1.1.1"})
    void whatIsNoAddressIsNotLookedUp(String host) {
        assertThat(Addresses.plain(host)).isEmpty();
    }

    @Test
    void aNewAddressIsKnownAfterSomeSeconds() {
        Addresses addresses = new Addresses(this::source, () -> nanos);
        assertThat(addresses.isOwn("10.0.0.7")).isFalse();
        own = Set.of("10.0.0.7");
        for (int i = 0; i < 1000; i++) {
            addresses.isOwn("10.0.0.7");
        }
        assertThat(asked).as("not for every request").isEqualTo(1);
        nanos += Duration.ofSeconds(6).toNanos();
        assertThat(addresses.isOwn("10.0.0.7")).isTrue();
        assertThat(addresses.isOwn("192.168.1.5")).isFalse();
    }

    @Test
    void thisMachineHasSome() {
        assertThat(new Addresses().isOwn("127.0.0.1")).isTrue();
        assertThat(new Addresses().reachable()).doesNotContain("127.0.0.1").allMatch(address -> !address.startsWith("fe80"));
        assertThat(MachineName.find()).isPresent();
    }
}
