package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** E2, issue 5: settings of the running product agree in REST, shell, etc/ and after every kind of start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {
    private static final String REGION = "org.opensem.region";
    private static final Duration SOON = Duration.ofSeconds(60);

    private Distribution opensem;

    @BeforeAll
    void start() {
        opensem = Distribution.unpack("settings").withDriver("http", Map.of())
                .withConfiguration("org.opensem.time", Map.of("zone", "Asia/Tokyo")).start();
    }

    @AfterAll
    void stop() {
        opensem.close();
    }

    private static void awaitThat(Callable<Boolean> condition) {
        await().atMost(SOON).until(condition);
    }

    private static HttpResponse<String> put(Distribution opensem, String group, String document) {
        return opensem.send(opensem.request("/api/v1/settings/" + group).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(document)).build());
    }

    private HttpResponse<String> put(String document) {
        return put(opensem, "region", document);
    }

    private static String region(Distribution opensem) {
        return opensem.get("/api/v1/settings/region").body();
    }

    private static String zone(Distribution opensem) {
        return opensem.json("/api/v1/status").path("clock").path("zone").asString();
    }

    private Path etc() {
        return opensem.home().resolve("etc").resolve(REGION + ".cfg");
    }

    private String pageLanguage() {
        String page = opensem.send(opensem.request("/home")
                .header("Accept", "text/html").header("Accept-Language", "en-US").build()).body();
        return page.replaceAll("(?s).*?<html[^>]* lang=\"([^\"]*)\".*", "$1");
    }

    private String settingsHealth() {
        for (JsonNode check : opensem.json("/health").path("checks")) {
            if (check.path("name").asString().equals("settings")) {
                return check.path("status").asString() + " " + check.path("text").asString();
            }
        }
        return "";
    }

    /** In one step: Karaf takes a file that is away for a moment for one that was removed. */
    private void drop(String text) throws Exception {
        Files.move(Files.writeString(opensem.home().resolve("etc/region.draft"), text), etc(),
                StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void regionAgreesEverywhereAfterEveryKindOfStart() throws Exception {
        awaitThat(() -> region(opensem).equals("{\"language\":null,\"zone\":\"Asia/Tokyo\"}"));

        assertThat(put("{\"language\": \"de\", \"zone\": \"America/New_York\"}").statusCode()).isEqualTo(200);
        awaitThat(() -> zone(opensem).equals("America/New_York"));
        awaitThat(() -> pageLanguage().equals("de-DE"));
        String chosen = "{\"language\":\"de\",\"zone\":\"America/New_York\"}";
        assertThat(region(opensem)).isEqualTo(chosen);
        assertThat(opensem.ssh("sem:settings region")).contains("America/New_York");

        opensem.stop();
        opensem.start();
        assertThat(region(opensem)).as("after a restart").isEqualTo(chosen);
        assertThat(zone(opensem)).isEqualTo("America/New_York");

        drop("# by hand\nlanguage = en-GB\nzone = Europe/Paris\n");
        awaitThat(() -> region(opensem).equals("{\"language\":\"en-GB\",\"zone\":\"Europe/Paris\"}"));
        awaitThat(() -> zone(opensem).equals("Europe/Paris"));
        assertThat(opensem.json("/api/v1/settings/region/history").at("/revisions/0/origin").asString()).isEqualTo("file");
        assertThat(opensem.ssh("sem:settings region zone=Europe/Rome")).contains("Europe/Rome");
        awaitThat(() -> Files.readString(etc()).contains("zone = Europe/Rome"));

        drop("language = klingon\nzone = Europe/Paris\n");
        awaitThat(() -> settingsHealth().startsWith("degraded"));
        assertThat(settingsHealth()).contains(REGION).contains("language: Must be de");
        awaitThat(() -> Files.readString(etc()).contains("zone = Europe/Rome"));
        assertThat(zone(opensem)).isEqualTo("Europe/Rome");

        chosen = "{\"language\":\"en-GB\",\"zone\":\"Europe/Rome\"}";
        opensem.kill();
        opensem.launch("bin/karaf", "server", "clean");
        opensem.awaitReady();
        assertThat(region(opensem)).as("after a kill and clean").isEqualTo(chosen);
        assertThat(zone(opensem)).isEqualTo("Europe/Rome");

        opensem.stop();
        drop("language = en-GB\nzone = Europe/Madrid\n");
        opensem.start();
        awaitThat(() -> region(opensem).equals("{\"language\":\"en-GB\",\"zone\":\"Europe/Madrid\"}"));
        awaitThat(() -> zone(opensem).equals("Europe/Madrid"));

        chosen = region(opensem);
        opensem.stop();
        try (Distribution other = Distribution.unpack("settings-moved").withDriver("http", Map.of())
                .withData(opensem.data()).start()) {
            assertThat(region(other)).as("the data in a fresh distribution").isEqualTo(chosen);
            assertThat(zone(other)).isEqualTo("Europe/Madrid");
        }
        opensem.start();
        assertThat(LogErrors.of(opensem.log())).isEmpty();
    }

    /** The store's service, without who uses it. */
    private String store() {
        return opensem.ssh("service:list org.opensem.store.SampleStore").replaceAll("(?s)Provided by.*", "");
    }

    /** X2: the store goes on, and the settings service itself can be exchanged. */
    @Test
    void retentionChangesWithoutARestartOfTheStoreAndTheServiceMayGoAndCome() {
        put(opensem, "retention", "{\"secondsDays\": 29}");
        awaitThat(() -> store().contains("secondsDays = 29"));
        String store = store();
        assertThat(put(opensem, "retention", "{\"secondsDays\": 30}").body()).isEqualTo("{\"secondsDays\":30}");
        awaitThat(() -> store().contains("secondsDays = 30"));
        assertThat(store()).as("the same service").isEqualTo(store.replace("secondsDays = 29", "secondsDays = 30"));

        opensem.ssh("bundle:restart org.opensem.settings.core");
        awaitThat(() -> opensem.get("/api/v1/settings/retention").body().equals("{\"secondsDays\":30}"));
        assertThat(put(opensem, "retention", "{\"secondsDays\": 0}").statusCode()).isEqualTo(400);
        assertThat(put(opensem, "retention", "{}").body()).isEqualTo("{\"secondsDays\":31}");
    }
}
