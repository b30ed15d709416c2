package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import tools.jackson.databind.JsonNode;

/** GET and POST samples over HTTP (G1, F1). */
class SamplesResourceTest {
    private static final long DAY = Instant.parse("2026-11-21T23:00:00Z").getEpochSecond();
    private static final String RANGE = "from=2026-11-22T00:00:00%2B01:00&to=2026-11-22T00:00:10%2B01:00";
    private static final String HEADER = "time,total_kw,l1_kw,l2_kw,l3_kw\n";
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private void fill(long from, int seconds) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            samples.add(Sample.ofPhases(from + i, 1000 + i, 2000, 3000));
        }
        rest.store.write(samples, WriteMode.KEEP);
    }

    @Test
    void everySecondAsJsonAndMissingOnesAreAbsent_T4() throws Exception {
        fill(DAY + 1, 1);
        fill(DAY + 3, 1);
        fill(DAY + 10, 1);

        HttpResponse<String> response = rest.get("/api/v1/samples?" + RANGE);

        assertThat(response.body()).isEqualTo("""
                {"oldest":"2026-11-22T00:00:01+01:00","samples":[\
                {"time":"2026-11-22T00:00:01+01:00","total":6.0,"l1":1.0,"l2":2.0,"l3":3.0},\
                {"time":"2026-11-22T00:00:03+01:00","total":6.0,"l1":1.0,"l2":2.0,"l3":3.0}]}""");
    }

    @Test
    void anUnencodedPlusIsUnderstood() throws Exception {
        fill(DAY, 10);

        HttpResponse<String> response =
                rest.get("/api/v1/samples?from=2026-11-22T00:00:00+01:00&to=2026-11-22T00:00:10+01:00");

        assertThat(json(response).get("samples").size()).isEqualTo(10);
    }

    @Test
    void csvIsF1AndOfAnyLength_F1() throws Exception {
        fill(DAY, 3);

        HttpResponse<String> response = rest.send(
                rest.request("/api/v1/samples?from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z").header("Accept", "text/csv"));

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(response.body()).isEqualTo(HEADER
                + "2026-11-22T00:00:00+01:00,0.006000,0.001000,0.002000,0.003000\n"
                + "2026-11-22T00:00:01+01:00,0.006001,0.001001,0.002000,0.003000\n"
                + "2026-11-22T00:00:02+01:00,0.006002,0.001002,0.002000,0.003000\n");
    }

    @Test
    void jsonIsUpTo25HoursAndNoMore() throws Exception {
        assertThat(rest.get("/api/v1/samples?from=2026-10-25T00:00:00&to=2026-10-26T00:00:00").statusCode()).isEqualTo(200);
        HttpResponse<String> longer = rest.get("/api/v1/samples?from=2026-10-25T00:00:00&to=2026-10-26T00:00:01");

        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(json(longer).get("errors").get(0).get("field").stringValue()).isEqualTo("to");
    }

    @Test
    void bucketsAreAlignedToFromAndAGapIsNull_G1() throws Exception {
        fill(DAY + 4, 4);

        JsonNode curve = json(rest.get("/api/v1/samples?" + RANGE + "&points=3"));

        assertThat(curve.get("bucketSeconds").intValue()).isEqualTo(4);
        assertThat(curve.get("from").stringValue()).isEqualTo("2026-11-22T00:00:00+01:00");
        assertThat(curve.get("buckets").toString()).isEqualTo("""
                [{"time":"2026-11-22T00:00:00+01:00","coverage":0.0,"total":null,"l1":null,"l2":null,"l3":null},\
                {"time":"2026-11-22T00:00:04+01:00","coverage":1.0,"total":{"min":6.0,"mean":6.0015,"max":6.003},\
                "l1":{"min":1.0,"mean":1.0015,"max":1.003},"l2":{"min":2.0,"mean":2.0,"max":2.0},\
                "l3":{"min":3.0,"mean":3.0,"max":3.0}},\
                {"time":"2026-11-22T00:00:08+01:00","coverage":0.0,"total":null,"l1":null,"l2":null,"l3":null}]""");
    }

    @Test
    void everythingSince1970CanBeAskedFor() throws Exception {
        fill(DAY, 10);

        JsonNode curve = json(rest.get("/api/v1/samples?from=1970-01-01T00:00:00&to=2030-01-01T00:00:00&points=100"));

        assertThat(curve.get("from").stringValue()).isEqualTo("1970-01-01T01:00:00+01:00");
        assertThat(curve.get("buckets").size()).isEqualTo(100);
        assertThat(curve.get("buckets").get(94).get("total").get("max").doubleValue()).isEqualTo(6.009);
        assertThat(curve.get("buckets").get(94).get("coverage").doubleValue()).isEqualTo(0.000001);
    }

    @Test
    void theLastBucketsCoverageIsOfItsOwnLength() throws Exception {
        fill(DAY, 10);

        JsonNode curve = json(rest.get("/api/v1/samples?" + RANGE + "&points=3"));

        assertThat(curve.get("buckets").get(2).get("coverage").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void whereSecondsAreNoLongerKeptTheCurveIsOfQuarterHours_G1() throws Exception {
        long kept = DAY + 3 * 3600;
        fill(kept, 3600);
        // 1 kW for an hour, a gap, and what the kept seconds say as well.
        for (long slot = DAY; slot < DAY + 3600; slot += 900) {
            rest.energy.slots.put(slot, new Figures(900,
                    new Energy(900_000_000L, 0, 400_000_000L, 500_000_000L, 0, 900_000_000L, 0),
                    new Extreme(900_000, slot), new Extreme(1_100_000, slot + 1)));
        }

        JsonNode curve = json(rest.get("/api/v1/samples?from=2026-11-22T00:00:00&to=2026-11-22T05:00:00&points=1000"));

        assertThat(curve.get("bucketSeconds").intValue()).isEqualTo(900);
        JsonNode buckets = curve.get("buckets");
        assertThat(buckets.size()).isEqualTo(20);
        assertThat(buckets.get(3).toString()).isEqualTo("""
                {"time":"2026-11-22T00:45:00+01:00","coverage":1.0,"total":{"min":900.0,"mean":1000.0,"max":1100.0},\
                "l1":{"min":null,"mean":444.444444,"max":null},"l2":{"min":null,"mean":555.555556,"max":null},\
                "l3":{"min":null,"mean":0.0,"max":null}}""");
        assertThat(buckets.get(4).get("total").isNull()).isTrue();
        assertThat(buckets.get(12).get("l1").get("min").doubleValue()).isEqualTo(1.0);
        assertThat(buckets.get(19).get("coverage").doubleValue()).isZero();
    }

    @Test
    void onANewDeviceTheDaysCurveIsOfSecondsThoughTheDayBeganEarlier_G1() throws Exception {
        fill(DAY + 3600 + 100, 10);
        rest.energy.slots.put(DAY + 3600, new Figures(10, new Energy(60_000, 0, 10_000, 20_000, 30_000, 60_000, 0),
                new Extreme(6000, DAY + 3700), new Extreme(6009, DAY + 3709)));

        JsonNode curve = json(rest.get("/api/v1/samples?from=2026-11-22T00:00:00&to=2026-11-23T00:00:00&points=1000"));

        assertThat(curve.get("bucketSeconds").intValue()).isEqualTo(87);
        assertThat(curve.get("buckets").size()).isEqualTo(994);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/samples, 'from,to'",
        "/api/v1/samples?from=x&to=2026-11-22T00:00:00Z&zone=Nowhere, 'zone,from'",
        "/api/v1/samples?from=2026-11-22T00:00:01Z&to=2026-11-22T00:00:01Z, to",
        "/api/v1/samples?from=2026-10-25T02:30:00&to=2026-11-22T00:00:01Z, from",
        "/api/v1/samples?from=2026-03-29T02:30:00&to=2026-03-30T02:30:00Z, from",
        "/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T00:00:01Z&points=0, points",
        "/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T00:00:01Z&points=10001, points",
        "/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T00:00:01Z&points=many, points",
        "/api/v1/samples?from=1970-01-01T00:00:00Z&to=9998-12-31T00:00:00Z&points=1, points"
    })
    void wrongParametersAreNamedAllAtOnce(String path, String fields) throws Exception {
        HttpResponse<String> response = rest.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(String.join(",", json(response).get("errors").valueStream()
                .map(fault -> fault.get("field").stringValue()).toList())).isEqualTo(fields);
    }

    @Test
    void aFileIsStoredAndItsFaultsNamedByLine_F1() throws Exception {
        fill(DAY, 1);
        String csv = HEADER
                + "2026-11-22T00:00:00+01:00,0.009000,0.001000,0.003000,0.005000\n"
                + "2026-11-22T00:00:01+01:00,0.006000,0.001000,two,0.003000\n"
                + "2026-11-22T00:00:02+01:00,0.006000,0.001000,0.002000,0.003000\n";

        HttpResponse<String> response = rest.send(rest.request("/api/v1/samples").header("Content-Type", "text/csv")
                .header("Accept-Language", "de").POST(BodyPublishers.ofString(csv)));

        JsonNode report = json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(report.get("taken").intValue()).isEqualTo(1);
        assertThat(report.get("skipped").intValue()).isEqualTo(1);
        assertThat(report.get("refused").intValue()).isEqualTo(1);
        assertThat(report.get("derivedOnly").intValue()).isZero();
        assertThat(report.get("faults").get(0).get("line").intValue()).isEqualTo(3);
        assertThat(report.get("faults").get(0).get("reason").stringValue()).contains("l2_kw");
        assertThat(rest.store.status().samples()).isEqualTo(2);
    }

    @Test
    void replaceLetsTheFileWinAndGzipAndAFormsTypeAreTaken() throws Exception {
        fill(DAY, 1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + "2026-11-22T00:00:00+01:00,0.009000,0.001000,0.003000,0.005000\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        // curl --data-binary says so unless told otherwise
        HttpResponse<String> response = rest.send(rest.request("/api/v1/samples?mode=replace")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(json(response).get("taken").intValue()).isEqualTo(1);
        JsonNode stored = json(rest.get("/api/v1/samples?" + RANGE));
        assertThat(stored.get("samples").get(0).get("total").doubleValue()).isEqualTo(9.0);
    }

    @Test
    void aWrongHeaderIs400AndNothingIsStored() throws Exception {
        HttpResponse<String> response = rest.post("/api/v1/samples", "text/csv", "zeit,kw\n2026-11-22T00:00:00+01:00,1\n");
        HttpResponse<String> empty = rest.post("/api/v1/samples", "text/csv", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").get(0).get("message").stringValue()).contains("time,total_kw");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(rest.store.status().samples()).isZero();
    }

    @Test
    void aGigabyteOfZerosIsRefusedWithoutReadingItIntoMemory() throws Exception {
        InputStream zeros = new InputStream() {
            private long left = 50_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int n = (int) Math.min(left, length);
                left -= n;
                java.util.Arrays.fill(buffer, offset, offset + n, (byte) 0);
                return n == 0 ? -1 : n;
            }
        };

        int status;
        try {
            status = rest.send(rest.request("/api/v1/samples").POST(BodyPublishers.ofInputStream(() -> zeros))).statusCode();
        } catch (java.io.IOException e) {
            // The server may answer and hang up before everything is sent.
            status = 400;
        }
        assertThat(status).isEqualTo(400);
        assertThat(rest.store.status().samples()).isZero();
    }

    @Test
    void aWrongModeIs400() throws Exception {
        HttpResponse<String> response = rest.post("/api/v1/samples?mode=overwrite", "text/csv", HEADER);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").get(0).get("field").stringValue()).isEqualTo("mode");
    }

    @Test
    void jsonAndCsvArePackedForWhoTakesGzip() throws Exception {
        fill(DAY, 10);

        for (String accept : List.of("application/json", "text/csv")) {
            HttpResponse<byte[]> packed = rest.sendForBytes(rest.request("/api/v1/samples?" + RANGE)
                    .header("Accept", accept).header("Accept-Encoding", "gzip, deflate, br"));
            HttpResponse<byte[]> plain = rest.sendForBytes(rest.request("/api/v1/samples?" + RANGE)
                    .header("Accept", accept).header("Accept-Encoding", "gzip;q=0"));

            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()).isEqualTo(plain.body());
        }
    }
}
