package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.access.internal.House.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Fields;

/** E6, issue 5: the settings of access, whose faults are told beside their fields. */
class SecurityTest {
    @TempDir
    private Path folder;
    private House house;

    @BeforeEach
    void begin() {
        house = new House(folder);
    }

    private List<String> faults(Map<String, Object> document) {
        Fields fields = Fields.of(document);
        house.security.read(fields);
        return fields.faults().stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.UK)).toList();
    }

    @Test
    void defaultsProtectAndKeepTheNetworkOut() {
        assertThat(house.security.read(Fields.of(Map.of())))
                .isEqualTo(Map.of("protection", true, "network", false, "https", false,
                "openMetrics", false, "openFeed", false, "hosts", List.of()));
    }

    @Test
    void theNetworkNeedsAPasswordAndProtection() {
        assertThat(faults(Map.of("network", true))).containsExactly(
                "network: The network stays closed without a password: set one first.");
        house.withPassword();
        assertThat(faults(Map.of("network", true))).isEmpty();
        assertThat(faults(Map.of("network", true, "protection", false))).containsExactly(
                "network: The network stays closed without a password: switch protection on first.");
        assertThat(faults(Map.of("protection", false))).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(faults(Map.of("protection", "maybe", "https", 7, "hosts",
                List.of("sem.example", "http://x", "a b", "10.0.0.1:80"),
                "colour", "blue"))).extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactlyInAnyOrder("protection", "https", "hosts", "hosts", "hosts", "colour");
    }

    @Test
    void factsTellWhatFollows() {
        assertThat(house.security.facts()).containsEntry("passwordSet", false).containsEntry("guarded", false);
        house.withPassword();
        assertThat(house.security.facts()).containsEntry("passwordSet", true).containsEntry("guarded", true).containsKey("ports");
    }

    @Test
    void whoeverListensIsToldOfEachChange() {
        house.withPassword().told.clear();
        house.with(settings("network", "true", "https", "true"));
        assertThat(house.told).hasSize(1);
        assertThat(house.control.exposure().network()).isTrue();
        assertThat(house.control.exposure().https()).isTrue();
        house.with(settings());
        assertThat(house.control.exposure().network()).isFalse();
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotThere() {
        house.withPassword().with(settings("protection", "perhaps", "network", "perhaps", "hosts", "a b"));
        assertThat(house.control.exposure().guarded()).isTrue();
        assertThat(house.control.exposure().network()).isFalse();
        assertThat(house.security.settings().hosts()).doesNotContain("a b");
    }
}
