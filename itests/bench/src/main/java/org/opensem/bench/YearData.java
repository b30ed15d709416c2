package org.opensem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.internal.AggregationComponent;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.DerbySampleStore;
import org.opensem.testkit.TestClock;

/**
 * A data folder with a year of measurement up to now, written by the product's own store and aggregation: quarter-hours of all of
 * it, each of them fully covered, and the seconds of the last 31 days, as the retention leaves them (G6).
 */
final class YearData {
    private static final int DAYS = 366;
    private static final int KEPT_DAYS = 31;
    private static final int HOUR = 3600;
    private static final int AHEAD = 5 * 86_400;

    private YearData() {}

    /** @return how many seconds it took */
    static double make(Path folder) throws Exception {
        long begin = System.nanoTime();
        BenchData data = BenchData.make(KEPT_DAYS);
        long end = Instant.now().getEpochSecond() / HOUR * HOUR;
        TestClock clock = new TestClock(Instant.ofEpochSecond(end));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kind"), "simulator");
        DerbyDatabase database = new DerbyDatabase(folder);
        DerbySampleStore store = new DerbySampleStore(database, clock, KEPT_DAYS);
        AggregationComponent energy = new AggregationComponent(store, store, clock, database, () -> CorrectionFactors.NONE);
        try {
            for (long hour = end - (long) DAYS * BenchData.DAY; hour < end; hour += HOUR) {
                store.write(samples(data, hour), WriteMode.KEEP);
                if (hour % AHEAD == 0) {
                    await(energy);
                }
            }
            await(energy);
            int slots = energy.intervals(end - (long) DAYS * BenchData.DAY, end).size();
            if (slots != DAYS * 96) {
                throw new IllegalStateException(slots + " quarter-hours instead of " + DAYS * 96);
            }
        } finally {
            energy.stop();
            store.close();
            database.close();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void await(AggregationComponent energy) throws InterruptedException {
        while (energy.status().pending()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<Sample> samples(BenchData data, long hour) {
        List<Sample> samples = new ArrayList<>(HOUR);
        int at = (int) Math.floorMod(hour, (long) data.seconds);
        for (int s = at; s < at + HOUR; s++) {
            samples.add(Sample.ofPhases(hour + s - at, data.phase[0][s], data.phase[1][s], data.phase[2][s]));
        }
        return samples;
    }
}
