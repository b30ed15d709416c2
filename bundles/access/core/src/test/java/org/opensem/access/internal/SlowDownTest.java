package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opensem.access.TooSoonException;
import org.opensem.access.Visitor;

/** E6: wrong attempts slow down, per address and together; the owner is never locked out. */
class SlowDownTest {
    private static final Visitor HERE = new Visitor("127.0.0.1", true, "");
    private long nanos;
    private final SlowDown slowDown = new SlowDown(() -> nanos);

    private static Visitor at(String address) {
        return new Visitor(address, false, "");
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    /** How long a visitor has to wait; 0 means that the attempt was admitted and counts as a wrong one. */
    private long attempt(Visitor visitor) {
        try {
            slowDown.admit(visitor);
            return 0;
        } catch (TooSoonException e) {
            return e.seconds();
        }
    }

    @Test
    void thePauseDoublesUpToAQuarterOfAnHour() {
        Visitor visitor = at("192.168.1.20");
        assertThat(attempt(visitor)).isZero();
        assertThat(attempt(visitor)).isZero();
        assertThat(attempt(visitor)).isZero();
        long expected = 2;
        for (int i = 0; i < 15; i++) {
            assertThat(attempt(visitor)).as("after %s wrong attempts", i + 3).isEqualTo(expected);
            pass(Duration.ofSeconds(expected).minusNanos(1));
            assertThat(attempt(visitor)).as("a moment before").isEqualTo(1);
            pass(Duration.ofNanos(1));
            assertThat(attempt(visitor)).isZero();
            expected = Math.min(2 * expected, 900);
        }
        assertThat(expected).isEqualTo(900);
    }

    @Test
    void anAttemptThatWasTooSoonDoesNotProlongThePause() {
        Visitor visitor = at("192.168.1.20");
        for (int i = 0; i < 3; i++) {
            attempt(visitor);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(attempt(visitor)).isEqualTo(2);
        }
        pass(Duration.ofSeconds(2));
        assertThat(attempt(visitor)).isZero();
    }

    @Test
    void aRightOneForgetsTheWrongOnes() {
        Visitor visitor = at("192.168.1.20");
        for (int i = 0; i < 3; i++) {
            attempt(visitor);
        }
        pass(Duration.ofSeconds(2));
        attempt(visitor);
        slowDown.succeeded(visitor);
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(visitor)).isZero();
        }
    }

    @Test
    void afterHoursOfQuietAllIsForgotten() {
        Visitor visitor = at("192.168.1.20");
        for (int i = 0; i < 3; i++) {
            attempt(visitor);
        }
        pass(SlowDown.FORGOTTEN.plusSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(visitor)).isZero();
        }
    }

    @Test
    void manyAddressesTogetherAreSlowedDownButNotAnAddressThatTheOwnerHasLoggedInFrom() {
        Visitor phone = at("192.168.1.30");
        attempt(phone);
        slowDown.succeeded(phone);
        long wait = 0;
        for (int i = 0; i < 200; i++) {
            wait = attempt(at("10.0." + i + ".1"));
        }
        assertThat(wait).as("a new address waits").isPositive().isLessThanOrEqualTo(60);
        assertThat(attempt(phone)).as("the owner's phone does not").isZero();
        assertThat(attempt(HERE)).as("nor this machine").isZero();
    }

    @Test
    void anIpv6NetworkCountsAsOne() {
        for (int i = 1; i <= 3; i++) {
            assertThat(attempt(at("2001:db8:1:2::" + i))).isZero();
        }
        assertThat(attempt(at("2001:db8:1:2:ffff::9"))).isEqualTo(2);
        assertThat(attempt(at("2001:db8:1:3::9"))).isZero();
    }

    /** Whatever others do: somebody at this machine waits half a minute at most. */
    @Test
    void thisMachineIsNeverLockedOut() {
        for (int i = 0; i < 100; i++) {
            attempt(HERE);
            pass(Duration.ofSeconds(31));
        }
        for (int i = 0; i < 300; i++) {
            attempt(at("10.0.0." + i));
        }
        attempt(HERE);
        assertThat(attempt(HERE)).isBetween(1L, 30L);
        pass(Duration.ofSeconds(30));
        assertThat(attempt(HERE)).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 100_000; i++) {
            attempt(at((i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + ".7"));
            pass(SlowDown.LONGEST_TOGETHER);
        }
        assertThat(slowDown.addresses()).isLessThanOrEqualTo(SlowDown.MOST_ADDRESSES);
    }

    @Test
    void manyAtOnceAreNoWayAround() {
        Visitor visitor = at("192.168.1.20");
        for (int i = 0; i < SlowDown.FREE; i++) {
            slowDown.admit(visitor);
        }
        assertThatThrownBy(() -> slowDown.admit(visitor)).isInstanceOf(TooSoonException.class);
    }
}
