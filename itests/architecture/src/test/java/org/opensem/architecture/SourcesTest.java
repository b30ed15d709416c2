package org.opensem.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be read off the sources: translations (E2), file sizes, versions of packages, output past the logger. */
class SourcesTest {

    @Test
    void everyTextIsThereInGermanAndEnglish() throws IOException {
        List<Path> german = Tree.files(Tree.ROOT, "_de.properties").filter(f -> !f.toString().contains("/test/")).toList();
        assertThat(german).as("bundles of texts").hasSizeGreaterThanOrEqualTo(4);
        for (Path de : german) {
            Path en = de.resolveSibling(de.getFileName().toString().replace("_de.properties", ".properties"));
            if (!Files.exists(en)) {
                en = de.resolveSibling(de.getFileName().toString().replace("_de.properties", "_en.properties"));
            }
            assertThat(en).as("the English texts beside %s", de).exists();
            assertThat(keys(de)).as("keys of %s", de).isEqualTo(keys(en));
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(Tree.text(file)));
        for (String key : texts.stringPropertyNames()) {
            assertThat(texts.getProperty(key)).as("%s in %s", key, file).isNotBlank();
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    @Test
    void sourceFilesStayShort() {
        assertThat(Tree.files(Tree.ROOT, ".java").filter(f -> Tree.text(f).lines().count() > 400).toList())
                .as("files over 400 lines").isEmpty();
    }

    @Test
    void everyExportedPackageHasAVersion() {
        List<Path> exported = Tree.files(Tree.ROOT, "package-info.java").filter(f -> Tree.text(f).contains("@Export")).toList();
        assertThat(exported).hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(f -> assertThat(Tree.text(f)).contains("@Version(\""));
    }

    @Test
    void nothingIsPrintedPastTheLogger() {
        Pattern output = Pattern.compile("printStackTrace\\(|System\\.out\\.");
        assertThat(Tree.files(Tree.ROOT, ".java").filter(f -> f.toString().contains("/src/main/"))
                        .filter(f -> !f.startsWith(Tree.ROOT.resolve("itests")))
                        .filter(f -> output.matcher(Tree.text(f)).find()).toList())
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern leftOver = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b|@Dis" + "abled");
        assertThat(Tree.files(Tree.ROOT, ".java").filter(f -> leftOver.matcher(Tree.text(f)).find()).toList()).isEmpty();
    }
}
