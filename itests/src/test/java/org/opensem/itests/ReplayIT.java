package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * T2, T3, T4, T7: a file over the end of summer time in Berlin, with feed-in and a gap, replayed as fast as everything takes it;
 * every figure equals a direct sum over the file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime START = LocalDate.of(2026, 10, 24).atStartOfDay(BERLIN);
    private static final ZonedDateTime END = LocalDate.of(2026, 10, 27).atStartOfDay(BERLIN);
    private static final double KWH = 0.001;
    private Distribution opensem;

    /** Sums in watt seconds of a stretch of time. */
    private static final class Sum {
        private double bought;
        private double sold;
        private final double[] phases = new double[3];
        private int seconds;
        private double least = Double.MAX_VALUE;
        private double most = -Double.MAX_VALUE;

        private void add(double[] watts) {
            double total = watts[0] + watts[1] + watts[2];
            bought += Math.max(total, 0);
            sold += Math.max(-total, 0);
            for (int phase = 0; phase < 3; phase++) {
                phases[phase] += Math.max(watts[phase], 0);
            }
            seconds++;
            least = Math.min(least, total);
            most = Math.max(most, total);
        }
    }

    private final Map<Instant, Sum> hours = new HashMap<>();
    private final Map<LocalDate, Sum> days = new HashMap<>();
    private final Sum month = new Sum();

    /** Whole milliwatts; from 12 to 14 h all three phases feed in; a spike of one second each hour. Null in the gap. */
    private static double[] watts(ZonedDateTime time) {
        long second = time.toEpochSecond();
        if (time.getDayOfMonth() == 25 && time.getHour() == 17 && time.getMinute() >= 10 && time.getMinute() < 37) {
            return null;
        }
        boolean sun = time.getHour() >= 12 && time.getHour() < 14;
        double spike = second % 3600 == 1234 ? 2750.125 : 0;
        long noise = second * 2_654_435_761L >>> 8 & 0xffff;
        double[] watts = {120 + noise / 1000.0 + spike, 80 + second % 900 / 10.0, 30 + second % 77};
        if (sun) {
            for (int phase = 0; phase < 3; phase++) {
                watts[phase] = -watts[phase];
            }
        }
        return watts;
    }

    @BeforeAll
    void replay() throws IOException {
        opensem = Distribution.unpack("replay");
        Path file = opensem.home().resolveSibling("october.csv.gz");
        write(file);
        opensem.withDriver("replay", Map.of("file", file.toString(), "speed", "max"))
                .withConfiguration("org.opensem.time", Map.of("zone", "Europe/Berlin", "follow", "samples"));
        opensem.start();
        await("the replay to end").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(300)).until(
                () -> opensem.json("/api/v1/status").path("driver").path("state").asString().equals("finished"));
        Sum last = days.get(LocalDate.of(2026, 10, 26));
        await("the last interval").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                energy("day", "2026-10-26").path("totals").path("kWh").path("total").asDouble())
                .isCloseTo(last.bought / 3.6e6, within(KWH)));
    }

    @AfterAll
    void close() {
        opensem.close();
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter csv = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            csv.write("time,total_kw,l1_kw,l2_kw,l3_kw\n");
            for (long second = START.toEpochSecond(); second < END.toEpochSecond(); second++) {
                ZonedDateTime time = Instant.ofEpochSecond(second).atZone(BERLIN);
                double[] watts = watts(time);
                if (watts != null) {
                    csv.write(time.toOffsetDateTime() + kilowatts(watts[0] + watts[1] + watts[2]) + kilowatts(watts[0])
                            + kilowatts(watts[1]) + kilowatts(watts[2]) + "\n");
                    hours.computeIfAbsent(Instant.ofEpochSecond(second - second % 3600), start -> new Sum()).add(watts);
                    days.computeIfAbsent(time.toLocalDate(), day -> new Sum()).add(watts);
                    month.add(watts);
                }
            }
        }
    }

    private static String kilowatts(double watts) {
        return String.format(Locale.ROOT, ",%.6f", watts / 1000);
    }

    private JsonNode energy(String period, String date) {
        return opensem.json("/api/v1/energy?period=" + period + "&date=" + date);
    }

    private static void equals(JsonNode found, Sum sum, String what) {
        JsonNode kWh = found.path("kWh");
        assertThat(kWh.path("total").asDouble()).as(what + " total").isCloseTo(sum.bought / 3.6e6, within(KWH));
        assertThat(kWh.path("export").asDouble()).as(what + " export").isCloseTo(sum.sold / 3.6e6, within(KWH));
        for (int phase = 0; phase < 3; phase++) {
            assertThat(kWh.path("l" + (phase + 1)).asDouble()).as(what + " L" + (phase + 1))
                    .isCloseTo(sum.phases[phase] / 3.6e6, within(KWH));
        }
    }

    @Test
    void theDayOfTheClockChangeHas25HoursAndEachEqualsTheFile() {
        JsonNode day = energy("day", "2026-10-25");

        assertThat(day.path("start").asString()).isEqualTo("2026-10-25T00:00:00+02:00");
        assertThat(day.path("end").asString()).isEqualTo("2026-10-26T00:00:00+01:00");
        assertThat(day.path("buckets").size()).isEqualTo(25);
        for (JsonNode bucket : day.path("buckets")) {
            Instant start = OffsetDateTime.parse(bucket.path("start").asString()).toInstant();
            equals(bucket, hours.get(start), "hour " + start);
            assertThat(bucket.path("coverage").asDouble()).as("coverage " + start)
                    .isCloseTo(hours.get(start).seconds / 3600.0, within(1e-6));
        }
        Sum sum = days.get(LocalDate.of(2026, 10, 25));
        equals(day.path("totals"), sum, "day");
        assertThat(day.path("totals").path("coverage").asDouble()).isCloseTo(sum.seconds / 90_000.0, within(1e-6));
    }

    @Test
    void extremesAreThoseOfTheFile() {
        JsonNode power = energy("day", "2026-10-25").path("totals").path("power");
        Sum sum = days.get(LocalDate.of(2026, 10, 25));

        assertThat(power.path("min").path("value").asDouble()).isCloseTo(sum.least, within(0.001));
        assertThat(power.path("max").path("value").asDouble()).isCloseTo(sum.most, within(0.001));
        assertThat(power.path("mean").asDouble()).isCloseTo((sum.bought - sum.sold) / sum.seconds, within(0.001));
    }

    @Test
    void everyDayOfTheMonthAndItsTotalEqualTheFile() {
        JsonNode october = energy("month", "2026-10-25");

        assertThat(october.path("buckets").size()).isEqualTo(31);
        for (JsonNode bucket : october.path("buckets")) {
            LocalDate day = LocalDate.parse(bucket.path("start").asString().substring(0, 10));
            if (days.containsKey(day)) {
                equals(bucket, days.get(day), day.toString());
            } else {
                assertThat(bucket.path("coverage").asDouble()).isZero();
                assertThat(bucket.path("kWh").isNull()).as("a gap is no zero (T4): " + bucket).isTrue();
            }
        }
        equals(october.path("totals"), month, "month");
    }

    @Test
    void theYearAndTheWeekEqualTheFile() {
        equals(energy("year", "2026-10-25").path("totals"), month, "year");
        Sum week = new Sum();
        for (int day = 24; day <= 25; day++) {
            Sum sum = days.get(LocalDate.of(2026, 10, day));
            week.bought += sum.bought;
            week.sold += sum.sold;
            for (int phase = 0; phase < 3; phase++) {
                week.phases[phase] += sum.phases[phase];
            }
        }
        equals(energy("week", "2026-10-25").path("totals"), week, "week");
    }

    @Test
    void theSecondsAroundTheClockChangeAreTheFiles() {
        JsonNode samples = opensem.json("/api/v1/samples?from=2026-10-25T02:59:58%2B02:00&to=2026-10-25T02:00:02%2B01:00")
                .path("samples");

        assertThat(samples.size()).isEqualTo(4);
        for (JsonNode sample : samples) {
            ZonedDateTime time = OffsetDateTime.parse(sample.path("time").asString()).atZoneSameInstant(BERLIN);
            assertThat(sample.path("l1").asDouble()).isCloseTo(watts(time)[0], within(0.0005));
        }
        assertThat(samples.get(1).path("time").asString()).isEqualTo("2026-10-25T02:59:59+02:00");
        assertThat(samples.get(2).path("time").asString()).isEqualTo("2026-10-25T02:00:00+01:00");
    }

    @Test
    void todayIsTheReplaysToday() {
        // The sample of the last second is there when that second has passed.
        assertThat(opensem.json("/api/v1/status").path("clock").path("utc").asString()).isEqualTo("2026-10-26T23:00:00Z");
        assertThat(opensem.json("/api/v1/status").path("demo").asBoolean()).isTrue();
    }
}
