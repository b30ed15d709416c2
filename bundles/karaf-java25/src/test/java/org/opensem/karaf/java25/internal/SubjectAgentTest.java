package org.opensem.karaf.java25.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.karaf.util.jaas.JaasHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.opensem.SubjectHolder;

/** The platform X stands on: Karaf 4.4 on Java 25. */
class SubjectAgentTest {
    private static final Subject ADMIN = new Subject(true, Set.of(new Named("admin")), Set.of(), Set.of());

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final SubjectAgent agent = new SubjectAgent(new PrintStream(told, true, StandardCharsets.UTF_8));

    private record Named(String getName) implements Principal {}

    /** Defines a class from given bytes, and leaves all others to its parent. */
    private static final class Defining extends ClassLoader {
        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static Class<?> rewritten(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/');
        return new Defining().define(type.getName(),
                SubjectRewriter.rewrite(type.getClassLoader(), name, bytesOf(type)).orElseThrow());
    }

    @Test
    void withoutTheAgentThisJavaRefusesTheOldCall() {
        assertThatThrownBy(new OldStyle()::get)
                .as("when this does not throw, this module is not needed any more")
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRewrittenCallAnswersTheSubjectOfDoAs() throws Exception {
        Supplier<Subject> patched = (Supplier<Subject>) rewritten(OldStyle.class).getConstructor().newInstance();

        assertThat(patched.get()).isNull();
        assertThat(SubjectHolder.doAs(ADMIN, (PrivilegedAction<Subject>) patched::get)).isSameAs(ADMIN);
        assertThat(patched.get()).as("nobody is left logged in").isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aThreadStartedInDoAsInheritsTheSubject() throws Exception {
        Supplier<Subject> patched = (Supplier<Subject>) rewritten(OldStyle.class).getConstructor().newInstance();
        AtomicReference<Subject> seen = new AtomicReference<>();

        Thread worker = (Thread) SubjectHolder.doAs(ADMIN,
                (PrivilegedAction<Thread>) () -> new Thread(() -> seen.set(patched.get())));
        worker.start();
        worker.join();

        assertThat(seen.get()).isSameAs(ADMIN);
    }

    @Test
    void karafsJaasHelperRunsActionsAsTheSubject() throws Exception {
        Class<?> helper = rewritten(JaasHelper.class);
        Method plain = helper.getMethod("doAs", Subject.class, PrivilegedAction.class);
        Method failing = helper.getMethod("doAs", Subject.class, PrivilegedExceptionAction.class);

        assertThat(plain.invoke(null, ADMIN, (PrivilegedAction<Subject>) SubjectHolder::current)).isSameAs(ADMIN);
        assertThat(failing.invoke(null, ADMIN, (PrivilegedExceptionAction<Subject>) SubjectHolder::current)).isSameAs(ADMIN);
        assertThatThrownBy(() -> failing.invoke(null, ADMIN, (PrivilegedExceptionAction<Subject>) () -> {
                    throw new IOException("disk");
                }))
                .isInstanceOf(InvocationTargetException.class)
                .extracting(Throwable::getCause)
                .isInstanceOf(PrivilegedActionException.class);
        assertThat(SubjectHolder.current()).isNull();
    }

    @Test
    void aDoAsWithinADoAsGivesTheOuterSubjectBack() {
        Subject inner = new Subject();
        SubjectHolder.doAs(ADMIN, (PrivilegedAction<Void>) () -> {
            SubjectHolder.doAs(inner, (PrivilegedAction<Void>) () -> {
                assertThat(SubjectHolder.current()).isSameAs(inner);
                return null;
            });
            assertThat(SubjectHolder.current()).isSameAs(ADMIN);
            return null;
        });
    }

    @Test
    void onlyKarafAndEventAdminAreLookedAt() throws IOException {
        assertThat(SubjectRewriter.concerns("org/apache/karaf/shell/impl/console/SessionFactoryImpl")).isTrue();
        assertThat(SubjectRewriter.concerns("org/apache/felix/eventadmin/impl/handler/EventAdminImpl")).isTrue();
        assertThat(SubjectRewriter.concerns("org/opensem/rest/internal/Api")).isFalse();
        assertThat(SubjectRewriter.concerns(null)).isFalse();
        assertThat(agent.transform(null, "org/opensem/Some", null, null, bytesOf(OldStyle.class))).isNull();
    }

    @Test
    void eachPatchedClassIsToldInOneLineAndOthersAreLeftAlone() throws IOException {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(agent.transform(loader, "org/apache/karaf/Some", null, null, bytesOf(OldStyle.class))).isNotNull();
        assertThat(agent.transform(loader, "org/apache/karaf/Other", null, null, bytesOf(SubjectHolder.class))).isNull();

        assertThat(told.toString(StandardCharsets.UTF_8).lines()).containsExactly("[karaf-java25] patched org.apache.karaf.Some");
    }

    @Test
    void aClassThatCannotBeReadIsToldAndLoadsAsItWas() {
        assertThat(agent.transform(null, "org/apache/karaf/Broken", null, null, new byte[] {1, 2, 3})).isNull();

        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("[karaf-java25] cannot patch org.apache.karaf.Broken: ");
    }

    @Test
    void theLogIsAFileThatEachStartWritesAnew(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log").resolve("agent.log");
        for (String line : new String[] {"first", "second"}) {
            try (PrintStream log = SubjectAgent.open(file.toString(), System.err)) {
                log.println(line);
            }
        }
        assertThat(Files.readString(file).strip()).isEqualTo("second");
        assertThat(SubjectAgent.open("", System.err)).isSameAs(System.err);
    }
}
