package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** X1: every capability is a bundle, found in Karaf, and runs. */
@ExtendWith(SharedDistribution.class)
class BootIT {
    private final Distribution opensem;

    BootIT(Distribution opensem) {
        this.opensem = opensem;
    }

    @Test
    void everyBundleIsActive() {
        String bundles = opensem.ssh("bundle:list -t 0 --no-format");

        assertThat(bundles.lines().filter(line -> line.matches("\\s*\\d+\\s.*")).filter(line -> !line.contains("\tActive"))
                .filter(line -> !line.contains("Hosts:"))).as("not active, and no fragment").isEmpty();
        assertThat(bundles).contains("org.opensem.store.derby", "org.opensem.feed", "org.opensem.rest", "org.opensem.shell");
    }

    @Test
    void everyComponentIsSatisfiedOrWaitsForAConfiguration() {
        JsonNode status = opensem.json("/api/v1/status");

        assertThat(status.path("driver").path("id").asString()).isEqualTo("simulator");
    }
}
