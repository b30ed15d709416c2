package org.opensem.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Decision.Refusal;

/** E6, X2: while the part that decides is being updated, the network stays outside. */
class GateTest {
    private final Gate gate = new Gate();

    private record Fixed(boolean isGuarded) implements AccessControl {
        @Override
        public Decision decide(AccessRequest request) {
            return Decision.admitted(Caller.ANYBODY);
        }

        @Override
        public Exposure exposure() {
            return new Exposure(isGuarded, isGuarded, isGuarded, true, false);
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }

    private static AccessRequest from(String address, Map<String, String> headers) {
        return new AccessRequest(Door.HTTP, address, "GET", "/",
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
    }

    private static AccessRequest local() {
        return from("127.0.0.1", Map.of("Host", "localhost:8080"));
    }

    private Decision afterGoneOf(AccessControl control, AccessRequest request) {
        gate.set(control);
        gate.unset(control);
        return gate.decide(request);
    }

    @Test
    void asksTheServiceThatIsThere() {
        gate.set(new Fixed(true));
        assertThat(gate.decide(local()).caller()).isEqualTo(Caller.ANYBODY);
        assertThat(gate.exposure().network()).isTrue();
    }

    @Test
    void beforeItWasEverThereNobodyEnters() {
        assertThat(gate.decide(local()).refusal()).contains(Refusal.UPDATING);
        assertThat(gate.exposure()).isEqualTo(Exposure.LOCAL);
    }

    @Test
    void whileItIsAwayThisMachineGoesOnIfNoPasswordWasAskedFor() {
        assertThat(afterGoneOf(new Fixed(false), local()).caller()).isEqualTo(Caller.LOCAL);
        assertThat(afterGoneOf(new Fixed(true), local()).refusal()).contains(Refusal.UPDATING);
    }

    @Test
    void whileItIsAwayTheNetworkStaysOutside() {
        for (AccessRequest request : List.of(from("192.168.1.20", Map.of("Host", "localhost")),
                from("127.0.0.1", Map.of("Host", "evil.example")), from("127.0.0.1", Map.of()),
                from("127.0.0.1", Map.of("Host", "localhost", "Origin", "http://evil.example")),
                from("127.0.0.1", Map.of("Host", "localhost", "X-Forwarded-For", "203.0.113.9")))) {
            assertThat(afterGoneOf(new Fixed(false), request).refusal()).contains(Refusal.UPDATING);
        }
    }

    @Test
    void theNextServiceIsKeptWhenTheOldOneGoesLater() {
        AccessControl old = new Fixed(false);
        AccessControl next = new Fixed(true);
        gate.set(old);
        gate.set(next);
        gate.unset(old);
        assertThat(gate.exposure().guarded()).isTrue();
    }
}
