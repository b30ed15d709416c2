package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fails when another version of Vaadin names its parts otherwise: pages would then open more slowly. */
class IndexPageTest {

    @Test
    void thePartsThatEveryPageNeedsAreFoundInVaadinsFrontEnd() {
        assertThat(IndexPage.bootstrap()).hasSize(3).allMatch(address -> address.startsWith("./VAADIN/build/"))
                .anyMatch(address -> address.contains("FlowBootstrap")).anyMatch(address -> address.contains("FlowClient"))
                .anyMatch(address -> address.contains("generated-flow-imports"));
        assertThat(IndexPage.bootstrap()).allSatisfy(address -> assertThat(IndexPage.class.getClassLoader()
                .getResource("META-INF/VAADIN/webapp/" + address.substring(2))).isNotNull());
    }
}
