package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description tells exactly the calls that there are. */
class OpenApiTest {
    private static final List<Class<?>> RESOURCES = List.of(StatusResource.class, LiveResource.class, SamplesResource.class,
            InvalidRangesResource.class, EnergyResource.class, CompareResource.class, BudgetResource.class,
            OverviewResource.class,
            SettingsResource.class, SessionResource.class, TokensResource.class, BundlesResource.class, TimeResource.class);
    private static final Set<String> SERVLETS = Set.of("GET /api/openapi.json", "GET /health", "GET /metrics");

    private final JsonNode description = Json.MAPPER.readTree(OpenApiTest.class.getResourceAsStream("openapi.json"));

    @Test
    void everyCallIsDescribedAndEveryDescriptionIsACall() {
        Set<String> calls = new TreeSet<>(SERVLETS);
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    // HEAD goes with every GET.
                    if (verb != null && !verb.value().equals("HEAD")) {
                        Path path = method.getAnnotation(Path.class);
                        calls.add(verb.value() + " /api/v1/" + resource.getAnnotation(Path.class).value()
                                + (path == null ? "" : "/" + path.value()));
                    }
                }
            }
        }
        Set<String> described = new TreeSet<>();
        description.get("paths").forEachEntry((path, verbs) ->
                verbs.propertyNames().forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(described).isEqualTo(calls);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : description.findValues("$ref")) {
            String pointer = reference.stringValue().substring(1);
            assertThat(description.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    /** E6: with a password every call needs a session or a token, but those that say otherwise. */
    @Test
    void itTellsWhoMayCall() {
        assertThat(description.at("/components/securitySchemes/token/scheme").stringValue()).isEqualTo("bearer");
        assertThat(description.at("/components/securitySchemes/session/name").stringValue()).isEqualTo("opensem-session");
        assertThat(description.at("/security/0").has("session")).isTrue();
        assertThat(description.at("/security/1").has("token")).isTrue();
        Set<String> open = new TreeSet<>();
        description.get("paths").forEachEntry((path, verbs) -> verbs.forEachEntry((verb, call) -> {
            if (call.has("security") && call.get("security").isEmpty()) {
                open.add(verb + " " + path);
            }
        }));
        assertThat(open).containsExactlyInAnyOrder("get /health", "get /api/openapi.json", "get /api/v1/session",
                "post /api/v1/session", "delete /api/v1/session");
    }

    @Test
    void itIsServed() throws Exception {
        try (RestServer rest = new RestServer()) {
            assertThat(RestServer.json(rest.get("/api/openapi.json"))).isEqualTo(description);
        }
    }
}
