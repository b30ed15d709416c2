package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensem.access.TooSoonException;

/** E6: what people think up is hashed by Argon2id at a cost that makes guessing dear and a small computer no harm. */
class Argon2Test {

    @Test
    void theCostIsWhatTheDocumentationSays() {
        assertThat(Argon2.MEMORY_KIBIBYTES).isBetween(19 * 1024, 64 * 1024);
        assertThat(Argon2.PASSES).isGreaterThanOrEqualTo(2);
        assertThat(new Argon2().hash("password"))
                .matches("\\$argon2id\\$v=19\\$m=" + Argon2.MEMORY_KIBIBYTES + ",t=" + Argon2.PASSES
                + ",p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void onlyTheSecretMatchesAndNoTwoHashesAreAlike() {
        Argon2 argon2 = new Argon2(64, 1);
        String hash = argon2.hash("geheim");
        assertThat(argon2.matches("geheim", hash)).isTrue();
        assertThat(argon2.matches("Geheim", hash)).isFalse();
        assertThat(argon2.hash("geheim")).isNotEqualTo(hash);
    }

    @Test
    void theKeptCostCounts() {
        String hash = new Argon2(64, 1).hash("geheim");
        assertThat(new Argon2(128, 2).matches("geheim", hash)).isTrue();
        assertThat(new Argon2(128, 2).isOutdated(hash)).isTrue();
        assertThat(new Argon2(64, 1).isOutdated(hash)).isFalse();
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        for (String kept : List.of("", "geheim", "$argon2id$v=19$m=9999999,t=1,p=1$AAAA$AAAA", "$argon2i$v=19$m=64,t=1,p=1$")) {
            assertThat(new Argon2(64, 1).matches("", kept)).isFalse();
        }
    }

    /** Each takes much memory: of many at once some are told to come again. */
    @Test
    void manyAtOnceAreTurnedAway() {
        Argon2 argon2 = new Argon2(8 * 1024, 4);
        List<String> outcomes = new CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, 40).mapToObj(i -> Thread.ofPlatform().start(() -> {
            try {
                argon2.hash("x");
                outcomes.add("hashed");
            } catch (TooSoonException e) {
                outcomes.add("turned away");
            }
        })).toList();
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(outcomes).hasSize(40).contains("hashed", "turned away");
    }
}
