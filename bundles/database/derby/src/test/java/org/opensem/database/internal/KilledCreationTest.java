package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.Migration;

/** What needs another process or another class loader. */
class KilledCreationTest {
    private static final List<Migration> TABLES = List.of(new Migration(1, 1, List.of("CREATE TABLE T (ID INTEGER)")));

    @TempDir
    private Path top;

    /** Started by the test: creates databases until it is killed. */
    public static final class Creator {
        private Creator() {}

        public static void main(String[] arguments) {
            for (int i = 0; ; i++) {
                try (DerbyDatabase database = new DerbyDatabase(Path.of(arguments[0], "d" + i))) {
                    database.open("A", TABLES);
                }
            }
        }
    }

    @Test
    @Timeout(60)
    void aDatabaseWhoseCreationIsKilledOpensNextTime() throws IOException, InterruptedException {
        for (int kill = 0; kill < 4; kill++) {
            Path run = Files.createDirectory(top.resolve("run" + kill));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                            Creator.class.getName(), run.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(run.resolve("out").toFile())
                    .start();
            // The draft of a creation is there: the kill hits it in the middle, each time at another place.
            Path victim = run.resolve(kill % 2 == 0 ? "d0/database.new/log" : "d1/database.new/seg0");
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(30)).until(() -> Files.exists(victim));
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            List<Path> folders = new ArrayList<>();
            try (var list = Files.list(run)) {
                list.filter(Files::isDirectory).forEach(folders::add);
            }
            assertThat(folders).isNotEmpty();
            for (Path folder : folders) {
                try (DerbyDatabase database = new DerbyDatabase(folder)) {
                    database.open("A", TABLES);
                }
            }
        }
    }

    @Test
    @Timeout(60)
    void closingLetsGoOfTheBundlesClassLoader() throws Exception {
        WeakReference<ClassLoader> loader = openAndCloseElsewhere();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private WeakReference<ClassLoader> openAndCloseElsewhere() throws Exception {
        List<URL> own = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            URL url = Path.of(entry).toUri().toURL();
            if (entry.contains("derby")) {
                own.add(url);
            }
        }
        // As in OSGi: Derby and our classes are this loader's own, slf4j and the API are shared.
        ClassLoader shared = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.apache.derby") || name.startsWith("org.opensem.database.internal")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try (URLClassLoader bundle = new URLClassLoader(own.toArray(URL[]::new), shared)) {
            Class<?> type = bundle.loadClass(DerbyDatabase.class.getName());
            assertThat(type.getClassLoader()).isSameAs(bundle);
            Object database = type.getConstructor(Path.class).newInstance(top);
            type.getMethod("open", String.class, List.class).invoke(database, "A", TABLES);
            ((AutoCloseable) database).close();
            return new WeakReference<>(bundle);
        }
    }
}
