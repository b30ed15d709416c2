package org.opensem.karaf.java25.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/**
 * Lets Karaf 4.4 run on Java 24 and later: {@code -javaagent:org.opensem.karaf-java25.jar[=log file]}, set by
 * {@code bin/setenv}. Each class that is patched is told in one line, in the log file or else on the error stream.
 */
public final class SubjectAgent implements ClassFileTransformer {
    private final PrintStream log;

    SubjectAgent(PrintStream log) {
        this.log = log;
    }

    /**
     * Called by the JVM before {@code main}.
     *
     * @param logFile where to tell what was patched, written anew at each start; null or empty for the error stream
     */
    public static void premain(String logFile, Instrumentation instrumentation) {
        instrumentation.addTransformer(new SubjectAgent(open(logFile, System.err)));
    }

    static PrintStream open(String logFile, PrintStream otherwise) {
        if (logFile == null || logFile.isBlank()) {
            return otherwise;
        }
        try {
            Path path = Path.of(logFile).toAbsolutePath();
            Files.createDirectories(path.getParent());
            return new PrintStream(Files.newOutputStream(path), true, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            otherwise.println("[karaf-java25] cannot write " + logFile + ": " + fault.getMessage());
            return otherwise;
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] original) {
        if (!SubjectRewriter.concerns(internalName)) {
            return null;
        }
        try {
            byte[] patched = SubjectRewriter.rewrite(loader, internalName, original).orElse(null);
            if (patched != null) {
                log.println("[karaf-java25] patched " + internalName.replace('/', '.'));
            }
            return patched;
        } catch (RuntimeException | LinkageError fault) {
            // The JVM would swallow it without a word; the class then loads as it was.
            log.println("[karaf-java25] cannot patch " + internalName.replace('/', '.') + ": " + fault);
            return null;
        }
    }
}
