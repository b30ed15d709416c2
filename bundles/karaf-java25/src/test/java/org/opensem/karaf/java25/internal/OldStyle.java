package org.opensem.karaf.java25.internal;

import java.security.AccessControlContext;
import java.security.AccessController;
import java.util.function.Supplier;
import javax.security.auth.Subject;

/** What Karaf 4.4 does in many places; on Java 24 and later it throws unless it is patched. */
@SuppressWarnings("removal")
public final class OldStyle implements Supplier<Subject> {
    @Override
    public Subject get() {
        AccessControlContext context = AccessController.getContext();
        return context == null ? null : Subject.getSubject(context);
    }
}
