package org.opensem.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository as the tests see it: its modules, sources and compiled classes. */
final class Tree {
    /** Classes of ours: a module's output also holds the libraries that its bundle embeds. */
    private static final Pattern OWN = Pattern.compile(".*/target/classes/(org/opensem|sun/opensem)/.*");

    static final Path ROOT = root();
    static final List<Path> MODULES = modules();
    static final JavaClasses CLASSES = classes();

    private Tree() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("opensem")) || !Files.exists(folder.resolve("bundles"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static List<Path> modules() {
        return files(ROOT, "pom.xml").map(Path::getParent).filter(m -> Files.isDirectory(m.resolve("src/main/java"))).toList();
    }

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.asURI().toString().contains("/target/classes/")
                        || location.matches(OWN))
                .importPaths(MODULES.stream().filter(m -> !m.startsWith(ROOT.resolve("itests"))).map(Tree::output).toList());
    }

    private static Path output(Path module) {
        Path classes = module.resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(module + " is not compiled: run ./opensem build");
        }
        return classes;
    }

    /** The module that a class was compiled in, as a path from the root, such as {@code bundles/store/derby}. */
    static String module(JavaClass type) {
        Path file = Path.of(type.getSource().orElseThrow().getUri());
        String path = ROOT.relativize(file).toString();
        return path.substring(0, path.indexOf("/target/"));
    }

    static boolean ours(JavaClass type) {
        return type.getPackageName().startsWith("org.opensem") && type.getSource().isPresent()
                && type.getSource().get().getUri().getScheme().equals("file");
    }

    /** The sources' files of a name's ending, without what is built or of the editor. */
    static Stream<Path> files(Path under, String ending) {
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(f -> f.toString().endsWith(ending) && !f.toString().contains("/target/")
                            && !f.toString().contains("/.git/") && Files.isRegularFile(f))
                    .toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
