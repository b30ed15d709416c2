package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Region;
import org.opensem.web.ViewContribution;
import org.osgi.framework.ServiceReference;

/** What the console serves, and to whom. */
class ConsoleContextTest {
    @TempDir
    Path folder;

    private final Contributors contributors = new Contributors();
    private ConsoleContext context;

    @BeforeEach
    void files() throws IOException {
        context = new ConsoleContext(Fakes.context(folder), contributors,
                List.of(Fakes.bundle("own", Map.of("META-INF/resources/console/console.css", file("own.css", "a{}")))));
    }

    private URL file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toURL();
    }

    @Test
    void filesAreServedWithAndWithoutTheHashInTheirAddress() {
        assertThat(context.getResource("/console/console.css")).isNotNull()
                .isEqualTo(context.getResource("/~0123456789ab/console/console.css"));
        assertThat(context.getResource("/console/none.css")).isNull();
    }

    @Test
    void nothingOutsideOfTheResourcesIsServed() {
        assertThat(context.getResource("/../console/console.css")).isNull();
        assertThat(context.getResource("/~0/../console/console.css")).isNull();
        assertThat(context.getResource("/META-INF/resources/console/console.css")).isNull();
        assertThat(context.getResource("/console/")).isNull();
        assertThat(context.getResource("/")).isNull();
        assertThat(context.getResource(null)).isNull();
    }

    @Test
    void aCompressedCopyIsMadeOnceAndOnlyWhereItHelps() throws IOException {
        URL zipped = context.getResource("/console/console.css.gz");
        try (InputStream in = new GZIPInputStream(zipped.openStream())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a{}");
        }
        assertThat(context.getResource("/console/console.css.gz")).isEqualTo(zipped);
        assertThat(context.getResource("/console/none.css.gz")).isNull();
    }

    /** A plug-in's files are there as long as its view or panel is, and cannot stand in for the console's own (X4). */
    @Test
    void theFilesOfABundleComeAndGoWithItsViewOrPanel() throws IOException {
        ServiceReference<?> reference = Fakes.reference(1, Fakes.bundle("plugin", Map.of(
                "META-INF/resources/standby/standby.css", file("standby.css", "b{}"),
                "META-INF/resources/console/console.css", file("other.css", "c{}"))));
        contributors.bindPart(reference);
        assertThat(context.getResource("/standby/standby.css")).isNotNull();
        assertThat(context.getResource("/console/console.css").getPath()).endsWith("own.css");
        contributors.unbindPart(reference);
        assertThat(context.getResource("/standby/standby.css")).isNull();
    }

    @Test
    void modulesHaveTheTypeThatBrowsersAskFor() {
        assertThat(context.getMimeType("/~0/chart/chart.JS")).isEqualTo("text/javascript");
        assertThat(context.getMimeType("x.webmanifest")).isEqualTo("application/manifest+json");
        assertThat(context.getMimeType("x.unknown")).isNull();
    }

    @Test
    void foreignHostsAreRefusedInTheReadersLanguageAndHeadersAreAlwaysSet() throws IOException {
        Map<String, String> noted = new HashMap<>();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertThat(context.handleSecurity(Fakes.request(Locale.GERMANY, Map.of("header Host", "evil.example")),
                Fakes.response(noted, written))).isFalse();
        assertThat(noted).containsEntry("status", "403").containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("nur auf diesem Gerät");

        noted.clear();
        assertThat(context.handleSecurity(Fakes.request(Locale.GERMANY, Map.of("header Host", "localhost:8080")),
                Fakes.response(noted, written))).isTrue();
        assertThat(noted.get("Content-Security-Policy"))
                .contains("default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'").doesNotContain("http");
    }

    @Test
    void everyRequestKnowsTheLanguageOfTheSettings_E2() throws IOException {
        HttpServletRequest request = Fakes.request(Locale.US, Map.of("header Host", "localhost:8080"));
        context.region = new Region() {
            @Override
            public Optional<Locale> configured() {
                return Optional.of(Locale.GERMANY);
            }

            @Override
            public Locale language(List<Locale> preferred) {
                throw new UnsupportedOperationException();
            }
        };
        context.handleSecurity(request, Fakes.response(new HashMap<>(), new ByteArrayOutputStream()));
        assertThat(BrowserLanguage.of(request)).isEqualTo(Locale.GERMANY);
        context.region = null;
        context.handleSecurity(request, Fakes.response(new HashMap<>(), new ByteArrayOutputStream()));
        assertThat(BrowserLanguage.of(request)).isEqualTo(Locale.US);
    }
}
