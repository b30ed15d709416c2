package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Exposure;
import org.opensem.access.Sessions;

/** E6: an open page ends with the session, and when a password is asked for that was not before. */
class AccessWatchTest {
    private final AccessWatch watch = new AccessWatch();
    private boolean guarded;
    private String lasting = "a1";

    private final AccessControl control = new AccessControl() {
        @Override
        public Decision decide(AccessRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Exposure exposure() {
            return new Exposure(true, guarded, false, false, false);
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };

    private final Sessions sessions = new Sessions() {
        @Override
        public void logOut(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void logOutEverywhere() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean lasts(String id) {
            return id.equals(lasting);
        }

        @Override
        public List<Session> list() {
            return List.of(new Session(lasting, "", Instant.EPOCH, Instant.EPOCH));
        }
    };

    @Test
    void anOwnersPageEndsWithTheSession() {
        watch.control = control;
        watch.sessions = sessions;
        guarded = true;
        assertThat(watch.isOver(Decision.admitted(Caller.OWNER, "a1"))).isFalse();
        lasting = "";
        assertThat(watch.isOver(Decision.admitted(Caller.OWNER, "a1"))).isTrue();
    }

    @Test
    void aPageOfThisMachineEndsWhenAPasswordIsAskedFor() {
        watch.control = control;
        watch.sessions = sessions;
        assertThat(watch.isOver(Decision.admitted(Caller.LOCAL))).isFalse();
        guarded = true;
        assertThat(watch.isOver(Decision.admitted(Caller.LOCAL))).isTrue();
    }

    /** X2. */
    @Test
    void whileNobodyCanSayPagesStay() {
        assertThat(watch.isOver(Decision.admitted(Caller.OWNER, "a1"))).isFalse();
        assertThat(watch.isOver(Decision.admitted(Caller.LOCAL))).isFalse();
    }

    @Test
    void changesAreHandedOn() {
        List<String> told = new ArrayList<>();
        Runnable listener = () -> told.add("changed");
        watch.addListener(listener);
        watch.accessChanged();
        watch.removeListener(listener);
        watch.accessChanged();
        assertThat(told).hasSize(1);
    }
}
