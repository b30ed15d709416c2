package sun.opensem;

import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;

/**
 * Who is logged in on this thread, as {@code Subject.getSubject} told before Java 24. The rewritten classes of Karaf call it.
 *
 * <p>The subject is inherited by threads that are started meanwhile, because Gogo runs commands on threads of its own;
 * {@link Subject#current()} is not inherited, and a command that needs a role would vanish.
 *
 * <p>This class is on the boot class path, in a package {@code sun.*}, which Karaf delegates to the boot loader from every
 * bundle ({@code org.osgi.framework.bootdelegation}): so the bundles need no import of it.
 */
public final class SubjectHolder {
    private static final InheritableThreadLocal<Subject> CURRENT = new InheritableThreadLocal<>();

    private SubjectHolder() {}

    /** The subject of the innermost {@code doAs} around this call, or else the JDK's own; null if there is none. */
    public static Subject current() {
        Subject subject = CURRENT.get();
        return subject != null ? subject : Subject.current();
    }

    /** Runs an action as a subject (null: as nobody), with {@code Subject.doAs}'s rules. */
    public static Object doAs(Subject subject, PrivilegedAction<?> action) {
        Subject outer = enter(subject);
        try {
            return action.run();
        } finally {
            leave(outer);
        }
    }

    /** The same for an action that may fail: a checked exception is wrapped, an unchecked one passes. */
    public static Object doAs(Subject subject, PrivilegedExceptionAction<?> action) throws PrivilegedActionException {
        Subject outer = enter(subject);
        try {
            return action.run();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new PrivilegedActionException(checked);
        } finally {
            leave(outer);
        }
    }

    private static Subject enter(Subject subject) {
        Subject outer = CURRENT.get();
        CURRENT.set(subject);
        return outer;
    }

    private static void leave(Subject outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
