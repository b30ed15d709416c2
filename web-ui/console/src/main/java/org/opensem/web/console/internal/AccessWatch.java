package org.opensem.web.console.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessListener;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Sessions;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows which open pages may no longer be: their session has ended, or a password is asked for since. */
@Component(service = {AccessWatch.class, AccessListener.class})
public final class AccessWatch implements AccessListener {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccessControl control;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Sessions sessions;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Tells of every change of access, on the thread that makes it. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void accessChanged() {
        listeners.forEach(Runnable::run);
    }

    /** Whether what let a page in does so no longer. While nobody can say, the next request will tell. */
    boolean isOver(Decision admitted) {
        AccessControl present = control;
        Sessions lasting = sessions;
        if (admitted.caller() == Caller.OWNER) {
            return lasting != null && !lasting.lasts(admitted.name());
        }
        return present != null && present.exposure().guarded();
    }
}
