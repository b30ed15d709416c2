package org.opensem.access.http.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;

/** Decides as a test says, and remembers what it was asked. */
final class FakeControl implements AccessControl {
    volatile Decision decision = Decision.admitted(Decision.Caller.LOCAL);
    volatile Exposure exposure = Exposure.LOCAL;
    volatile AccessRequest asked;

    @Override
    public Decision decide(AccessRequest request) {
        // A request's headers are gone when it is answered.
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("Host", "Origin", "Cookie", "Authorization", "Upgrade")) {
            headers.put(name, List.copyOf(request.headers().apply(name)));
        }
        asked = new AccessRequest(request.door(), request.address(), request.method(), request.path(), headers::get);
        return decision;
    }

    @Override
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public List<String> names() {
        return List.of("sem-1a2b3c", "192.168.1.5", "2001:db8:0:0:0:0:0:1");
    }

    Entrance entrance() {
        Entrance entrance = new Entrance();
        entrance.setControl(this);
        return entrance;
    }

    static Exposure exposed(boolean network, boolean https) {
        return new Exposure(network, network, network, https, false);
    }
}
