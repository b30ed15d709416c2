package org.opensem.metering.sampler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.SampleBuffer;

class DataKindTest { // T3: replaying into a live meter's data is refused
    private static final DriverStatus REAL = new DriverStatus(DriverStatus.State.RUNNING, "", false);
    private static final DriverStatus DEMO = new DriverStatus(DriverStatus.State.RUNNING, "", true);

    @TempDir
    private Path folder;

    @Test
    void theFirstDriverSettlesTheKind() throws Exception {
        assertThat(new DataKind(folder.resolve("new")).refusal("simulator", DEMO)).isEmpty();
        assertThat(folder.resolve("new/kind")).hasContent("simulator");
        assertThat(new DataKind(folder.resolve("new")).refusal("simulator", DEMO)).isEmpty();
    }

    @Test
    void realSimulatedAndReplayedDataNeverMix() throws Exception {
        Files.writeString(folder.resolve("kind"), "meter\n");
        DataKind kind = new DataKind(folder);
        assertThat(kind.refusal("http", REAL)).isEmpty();
        assertThat(kind.refusal("replay", DEMO)).hasValueSatisfying(
                text -> assertThat(text).contains("meter", "replay", folder.toString(), "--data"));
        assertThat(kind.refusal("simulator", DEMO)).isPresent();
        Files.writeString(folder.resolve("kind"), "replay");
        assertThat(kind.refusal("replay", DEMO)).isEmpty();
        assertThat(kind.refusal("http", REAL)).isPresent();
        assertThat(kind.refusal("simulator", DEMO)).isPresent();
    }

    @Test
    void aKindThatNobodyKnowsAndOneThatCannotBeWrittenAreRefused() throws Exception {
        Files.writeString(folder.resolve("kind"), "nonsense");
        assertThat(new DataKind(folder).refusal("http", REAL))
                .hasValueSatisfying(text -> assertThat(text).contains("must hold one of"));
        Files.writeString(folder.resolve("file"), "");
        assertThat(new DataKind(folder.resolve("file/below")).refusal("http", REAL)).isPresent();
    }

    @Test
    void aKindThatAPowerCutLeftEmptyIsSettledAnew() throws Exception {
        Files.writeString(folder.resolve("kind"), "");
        assertThat(new DataKind(folder).refusal("http", REAL)).isEmpty();
        assertThat(folder.resolve("kind")).hasContent("meter");
        assertThat(new DataKind(folder).refusal("replay", DEMO)).isPresent();
    }

    @Test
    void theSamplerReadsNoDriverOfAnotherKindAndSaysWhy() throws Exception {
        Files.writeString(folder.resolve("kind"), "meter\n");
        Sampler sampler = new Sampler(folder, Set.of());
        FakeListener store = FakeListener.store();
        sampler.bindListener(store);
        FakeDriver replay = new FakeDriver("replay", new SampleBuffer(1), true).offer(0, 10);
        sampler.bindDriver(replay, Map.of("service.id", 1L));
        sampler.start();
        assertThat(sampler.source()).hasValueSatisfying(source -> {
            assertThat(source.read()).isFalse();
            assertThat(source.status().state()).isEqualTo(DriverStatus.State.FAULTED);
            assertThat(source.status().detail()).contains("holds the data of a meter");
        });
        assertThat(sampler.newest()).isEmpty();

        sampler.unbindDriver(replay);
        sampler.bindDriver(new FakeDriver("http", 2).offer(20, 25), Map.of("service.id", 2L));
        await().untilAsserted(() -> assertThat(store.seconds()).containsExactly(20L, 21L, 22L, 23L, 24L));
        assertThat(sampler.source().orElseThrow().read()).isTrue();
        sampler.stop();
    }
}
