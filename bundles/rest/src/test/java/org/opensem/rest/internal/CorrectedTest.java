package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.WriteMode;
import tools.jackson.databind.JsonNode;

/** E4 over HTTP: everything is multiplied by the factor but measurement files, and raw=true leaves it out. */
class CorrectedTest {
    private static final long DAY = Instant.parse("2026-11-21T23:00:00Z").getEpochSecond();
    private static final String RANGE = "from=2026-11-22T00:00:00%2B01:00&to=2026-11-22T00:00:10%2B01:00";
    private static final String CORRECTED = "\"total\":698.024,\"l1\":213.746,\"l2\":399.85,\"l3\":84.428}";
    private static final String RAW = "\"total\":719.612,\"l1\":220.357,\"l2\":412.216,\"l3\":87.039}";
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
        rest.factors = CorrectionFactors.always(new BigDecimal("0.97"));
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void theLiveValueIsCorrected() throws Exception {
        rest.newest = Sample.ofPhases(DAY, 220_357, 412_216, 87_039);
        assertThat(rest.get("/api/v1/live").body()).endsWith(CORRECTED);
        assertThat(rest.get("/api/v1/live?raw=false").body()).endsWith(CORRECTED);
        assertThat(rest.get("/api/v1/live?raw=true").body()).endsWith(RAW);
        assertThat(rest.get("/api/v1/live?raw=1").statusCode()).isEqualTo(400);
        assertThat(rest.get("/metrics").body()).contains("opensem_active_power_total_watts 698.024");
    }

    @Test
    void everySecondIsCorrectedAndAFileIsNot() throws Exception {
        rest.store.write(List.of(Sample.ofPhases(DAY, 220_357, 412_216, 87_039), Sample.ofTotal(DAY + 1, -50)), WriteMode.KEEP);
        JsonNode samples = json(rest.get("/api/v1/samples?" + RANGE)).get("samples");
        assertThat(samples.get(0).toString()).endsWith(CORRECTED);
        assertThat(samples.get(1).get("total").doubleValue()).isEqualTo(-0.049);
        assertThat(json(rest.get("/api/v1/samples?" + RANGE + "&raw=true")).get("samples").get(0).toString()).endsWith(RAW);
        HttpResponse<String> csv = rest.send(rest.request("/api/v1/samples?" + RANGE).header("Accept", "text/csv"));
        assertThat(csv.body()).contains(",0.719612,0.220357,0.412216,0.087039\n");
    }

    @Test
    void whatIsDeliveredIsStoredAsItCame() throws Exception {
        rest.driver = "http";
        rest.post("/api/v1/live", "application/json", "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 100.0}");
        assertThat(rest.delivered).extracting(Sample::totalMilliwatts).containsExactly(100_000);
        rest.post("/api/v1/samples", "text/csv", "time,total_kw,l1_kw,l2_kw,l3_kw\n2026-11-22T00:00:00+01:00,0.100000,,,\n");
        List<Integer> stored = new ArrayList<>();
        rest.store.readRaw(0, DAY * 2, (second, total, l1, l2, l3) -> stored.add(total));
        assertThat(stored).containsExactly(100_000);
    }

    @Test
    void aBucketOfOneSecondIsThatSecondAsLiveTellsIt() throws Exception {
        // 48.5 mW are 49 mW, three times 147 mW; the total alone would be 145.5 mW, so 146 mW.
        Sample sample = Sample.ofPhases(DAY, 50, 50, 50);
        rest.newest = sample;
        rest.store.write(List.of(sample), WriteMode.KEEP);
        JsonNode bucket = json(rest.get("/api/v1/samples?" + RANGE + "&points=10")).get("buckets").get(0);
        assertThat(bucket.get("total").toString()).isEqualTo("{\"min\":0.147,\"mean\":0.147,\"max\":0.147}");
        assertThat(json(rest.get("/api/v1/live")).get("total").doubleValue()).isEqualTo(0.147);
        JsonNode raw = json(rest.get("/api/v1/samples?" + RANGE + "&points=10&raw=true")).get("buckets").get(0);
        assertThat(raw.get("total").toString()).isEqualTo("{\"min\":0.15,\"mean\":0.15,\"max\":0.15}");
    }

    @Test
    void bucketsAreWhatTheirCorrectedSecondsSayAlsoWhereTheFactorChanges() {
        Random random = new Random(1);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            samples.add(i % 1_500 < 30 ? Sample.ofTotal(DAY + i, random.nextInt(2_000_000) - 500_000) : Sample.ofPhases(
                    DAY + i, random.nextInt(900_000) - 100_000, random.nextInt(900_000), random.nextInt(900_000)));
        }
        samples.subList(2_200, 2_300).clear();
        rest.store.write(samples, WriteMode.KEEP);
        CorrectionFactors factors = new CorrectionFactors(List.of(new Step(DAY + 1_000, new BigDecimal("0.5")),
                new Step(DAY + 1_100, new BigDecimal("1.234567")), new Step(DAY + 3_210, new BigDecimal("0.9"))));
        Corrected corrected = new Corrected(false, factors);
        for (int size : new int[] {1, 7, 60, 333, 5_000}) {
            List<Bucket> buckets = corrected.buckets(rest.store, DAY, DAY + 4_000, size);
            assertThat(buckets).hasSize(Math.ceilDiv(4_000, size));
            for (Bucket bucket : buckets) {
                List<Sample> in = samples.stream()
                        .filter(s -> s.epochSecond() >= bucket.start() && s.epochSecond() < bucket.start() + size)
                        .map(factors::sample).toList();
                assertThat(bucket.coveredSeconds()).isEqualTo(in.size());
                if (!in.isEmpty()) {
                    // A total is rounded once, the sum of three phases three times.
                    assertThat((double) bucket.total().min()).isCloseTo(
                            in.stream().mapToInt(Sample::totalMilliwatts).min().getAsInt(), within(2));
                    assertThat((double) bucket.total().max()).isCloseTo(
                            in.stream().mapToInt(Sample::totalMilliwatts).max().getAsInt(), within(2));
                    assertThat(bucket.total().mean()).isCloseTo(
                            in.stream().mapToInt(Sample::totalMilliwatts).average().getAsDouble(), within(2));
                }
            }
        }
    }

    private static Offset<Double> within(double milliwatts) {
        return Offset.offset(milliwatts);
    }

    @Test
    void energyIsTheServicesOwnAndRawIsItsRaw() throws Exception {
        FakeEnergy raw = new FakeEnergy();
        rest.energy.raw = raw;
        long seven = Instant.parse("2026-11-22T06:00:00Z").getEpochSecond();
        for (FakeEnergy energy : List.of(rest.energy, raw)) {
            long imported = energy == raw ? 3_600_000_000L : 3_492_000_000L;
            energy.slots.put(seven, new Figures(900, new Energy(imported, 0, imported, 0, 0, imported, 0),
                    new Extreme(900_000, seven), new Extreme(1_100_000, seven + 1)));
        }
        String day = "/api/v1/energy?period=day";
        assertThat(number(day, "/totals/kWh/total")).isEqualTo(0.97);
        assertThat(number(day + "&raw=true", "/totals/kWh/total")).isEqualTo(1);
        String curve = "/api/v1/samples?from=2026-11-22T07:00:00&to=2026-11-22T07:15:00&points=1";
        rest.store.write(List.of(Sample.ofTotal(seven + 3_600, 1)), WriteMode.KEEP);
        assertThat(number(curve, "/buckets/0/total/mean")).isEqualTo(3880);
        assertThat(number(curve + "&raw=true", "/buckets/0/total/mean")).isEqualTo(4000);
    }

    private double number(String path, String pointer) throws Exception {
        return json(rest.get(path)).at(pointer).doubleValue();
    }

    @Test
    void whileTheCalibrationIsBeingUpdatedTheLastFactorHolds() throws Exception { // X2
        rest.newest = Sample.ofPhases(DAY, 220_357, 412_216, 87_039);
        rest.get("/api/v1/live");
        rest.services.calibration = null;
        assertThat(rest.get("/api/v1/live").body()).endsWith(CORRECTED);
    }
}
