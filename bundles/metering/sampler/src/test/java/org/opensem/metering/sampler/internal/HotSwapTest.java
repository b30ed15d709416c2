package org.opensem.metering.sampler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleBuffer;
import org.opensem.metering.SampleListener;

/** X2: the sampler and its listeners are stopped, killed and started at random, thousands of times, while samples come. */
@Timeout(120)
class HotSwapTest {
    private static final int SWAPS = 1500;

    /** What a listener's bundle keeps in the database: it survives the bundle. */
    private static final class Table {
        private final String id;
        private final List<Long> committed = new ArrayList<>();
        private Position position = Position.START;

        Table(String id) {
            this.id = id;
        }

        synchronized void commit(List<Long> seconds, Position upTo) {
            committed.addAll(seconds);
            position = upTo;
        }

        synchronized Position position() {
            return position;
        }

        /** Where the first seconds are missing or doubled. */
        synchronized String faults() {
            StringBuilder text = new StringBuilder(id).append(" of ").append(committed.size());
            for (int i = 1; i < committed.size() && text.length() < 500; i++) {
                if (committed.get(i) != committed.get(i - 1) + 1) {
                    text.append("; ").append(committed.get(i - 1)).append(" is followed by ").append(committed.get(i));
                }
            }
            return text.toString();
        }

        synchronized int size() {
            return committed.size();
        }
    }

    /** One life of a listener's bundle: it collects a packet and commits it with its position, and sometimes fails. */
    private static final class Life implements SampleListener {
        private static final int PACKET = 10;
        private final Table table;
        private final Random random;
        private final List<Long> packet = new ArrayList<>();
        private Position end;

        Life(Table table, long seed) {
            this.table = table;
            this.random = new Random(seed);
        }

        @Override
        public String id() {
            return table.id;
        }

        @Override
        public synchronized Position resumeAfter() {
            packet.clear();
            return table.position();
        }

        @Override
        public synchronized void accept(SampleBatch batch) {
            for (int i = 0; i < batch.samples().size(); i++) {
                packet.add(batch.samples().get(i).epochSecond());
                end = batch.position(i);
                if (packet.size() >= PACKET && random.nextInt(4) > 0) {
                    commit();
                }
            }
        }

        synchronized void commit() {
            if (!packet.isEmpty()) {
                table.commit(packet, end);
                packet.clear();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSampleIsLostAndNoneIsDoubled(long seed) throws Exception {
        Random random = new Random(seed);
        boolean replay = seed % 2 == 0;
        List<Table> tables = List.of(new Table("store"), new Table("patterns"), new Table("counter"));
        SampleBuffer buffer = new SampleBuffer(seed, replay ? 2000 : SampleBuffer.CAPACITY);
        FakeDriver driver = new FakeDriver("meter", buffer, replay);
        AtomicLong written = new AtomicLong();
        Thread meter = Thread.ofPlatform().daemon().start(() -> write(buffer, replay, tables, written));
        Life[] lives = new Life[tables.size()];
        Sampler sampler = start(driver, lives);
        for (int i = 0; i < SWAPS; i++) {
            int what = random.nextInt(tables.size() + 1);
            if (what == tables.size()) {
                sampler.stop();
                sampler = start(driver, lives);
            } else if (lives[what] == null) {
                lives[what] = new Life(tables.get(what), random.nextLong());
                sampler.bindListener(lives[what]);
            } else {
                sampler.unbindListener(lives[what]);
                if (random.nextBoolean()) {
                    lives[what].commit();
                }
                lives[what] = null;
            }
            if (random.nextInt(20) == 0) {
                long target = written.get() + random.nextInt(60);
                await().pollInterval(Duration.ofMillis(1)).until(() -> written.get() >= target || someoneIsAway(lives));
            }
        }
        for (int t = 0; t < lives.length; t++) {
            if (lives[t] == null) {
                lives[t] = new Life(tables.get(t), 1);
                sampler.bindListener(lives[t]);
            }
        }
        await().until(() -> written.get() > 20_000 || !meter.isAlive());
        meter.interrupt();
        meter.join();
        long all = written.get();
        await().untilAsserted(() -> {
            for (Life life : lives) {
                life.commit();
                assertThat(life.table.size()).isGreaterThanOrEqualTo((int) all);
            }
        });
        sampler.stop();
        assertThat(all).isGreaterThan(1000);
        for (Table table : tables) {
            assertThat(table.committed.equals(LongStream.range(0, all).boxed().toList())).as(table::faults).isTrue();
        }
    }

    private static boolean someoneIsAway(Life[] lives) {
        for (Life life : lives) {
            if (life == null) {
                return true;
            }
        }
        return false;
    }

    private static Sampler start(FakeDriver driver, Life[] lives) {
        Sampler sampler = new Sampler(null, Set.of("store", "patterns", "counter"));
        for (Life life : lives) {
            if (life != null) {
                sampler.bindListener(life);
            }
        }
        sampler.bindDriver(driver, Map.of("service.id", 1L));
        sampler.start();
        return sampler;
    }

    /** A replay writes as fast as it can; a meter at most 15 minutes beyond what is committed: nobody is away for longer. */
    private static void write(SampleBuffer buffer, boolean replay, List<Table> tables, AtomicLong written) {
        try {
            for (long second = 0; !Thread.currentThread().isInterrupted(); second++) {
                Sample sample = Sample.ofTotal(second, 1);
                if (replay) {
                    buffer.put(List.of(sample));
                } else {
                    while (second - tables.stream().mapToInt(Table::size).min().orElseThrow() >= SampleBuffer.CAPACITY) {
                        Thread.onSpinWait();
                        if (Thread.currentThread().isInterrupted()) {
                            return;
                        }
                    }
                    buffer.offer(sample);
                }
                written.set(second + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
