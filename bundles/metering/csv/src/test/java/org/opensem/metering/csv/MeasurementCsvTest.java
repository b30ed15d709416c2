package org.opensem.metering.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.metering.csv.CsvTexts.HEADER;
import static org.opensem.metering.csv.CsvTexts.bytes;
import static org.opensem.metering.csv.CsvTexts.gzip;
import static org.opensem.metering.csv.CsvTexts.read;
import static org.opensem.metering.csv.CsvTexts.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;

class MeasurementCsvTest { // F1

    @Test
    void aLineIsLocalTimeWithOffsetAndKilowattsWithSixDecimals() throws Exception {
        CsvTexts.Result result = read(HEADER + "2026-11-22T14:27:01+01:00,0.719612,0.220357,0.412216,0.087039\n");

        assertThat(result.samples()).containsExactly(
                Sample.ofPhases(second("2026-11-22T13:27:01Z"), 220_357, 412_216, 87_039));
        assertThat(result.report()).isEqualTo(new CsvReport(1, 1, 0, true, List.of()));
    }

    @Test
    void threeDecimalsWholeNumbersUtcAndOtherLineEndsAreAcceptedToo() throws Exception {
        assertThat(read(HEADER.replace("\n", "\r\n")
                + "2026-11-22T14:27:01Z,0.720,0.220,0.412,0.088\r\n"
                + "2026-11-22T14:27:02Z,3,1,2,0\r\n"
                + "2026-11-22T14:27:03.000Z,-1.5,-1.5,+0.0,0.0000000\r\n"
                + "2026-11-22T14:27Z,0.1,0.1,0,.0\r\n"
                + "\r\n"
                + "2026-11-22T14:27:05-11:30,00.000001,0,0,0.000001").samples())
                .containsExactly(
                        Sample.ofPhases(second("2026-11-22T14:27:01Z"), 220_000, 412_000, 88_000),
                        Sample.ofPhases(second("2026-11-22T14:27:02Z"), 1_000_000, 2_000_000, 0),
                        Sample.ofPhases(second("2026-11-22T14:27:03Z"), -1_500_000, 0, 0),
                        Sample.ofPhases(second("2026-11-22T14:27:00Z"), 100_000, 0, 0),
                        Sample.ofPhases(second("2026-11-23T01:57:05Z"), 0, 0, 1));
    }

    @Test
    void emptyPhasesMeanThatOnlyTheTotalIsKnown() throws Exception { // T7
        assertThat(read(HEADER + "2026-11-22T14:27:01Z,-0.719612,,,\n").samples())
                .containsExactly(Sample.ofTotal(second("2026-11-22T14:27:01Z"), -719_612));
    }

    @Test
    void theTotalIsRecomputedFromThePhasesUpToThreeWattsOff() throws Exception {
        CsvTexts.Result result = read(HEADER
                + "2026-11-22T14:27:01Z,0.603000,0.1,0.2,0.3\n"
                + "2026-11-22T14:27:02Z,0.596999,0.1,0.2,0.3\n"
                + "2026-11-22T14:27:03Z,0.597000,0.1,0.2,0.3\n");

        assertThat(result.samples()).extracting(Sample::totalMilliwatts).containsExactly(600_000, 600_000);
        assertThat(result.report().faults())
                .containsExactly(new CsvFault("", 3, CsvFault.Reason.TOTAL, List.of()));
    }

    @Test
    void bothHoursOfTheClockChangeAreToldApartByTheirOffset() throws Exception { // T2
        CsvTexts.Result result = read(HEADER
                + "2026-10-25T02:30:00+02:00,1,1,0,0\n"
                + "2026-10-25T02:30:00+01:00,1,1,0,0\n");
        assertThat(result.samples()).extracting(Sample::epochSecond)
                .containsExactly(second("2026-10-25T00:30:00Z"), second("2026-10-25T01:30:00Z"));
    }

    @Test
    void timesInAnyOrderAndTwiceAreHandedOver() throws Exception {
        assertThat(read(HEADER
                + "2026-11-22T14:27:05Z,1,1,0,0\n"
                + "2026-11-22T14:27:01Z,1,1,0,0\n"
                + "2026-11-22T14:27:05Z,2,2,0,0\n").report().samples()).isEqualTo(3);
    }

    @Test
    void plainGzipAndZipAreToldApartByTheirContent() throws Exception {
        String day = HEADER + "2026-11-22T14:27:01Z,1,1,0,0\n";
        String next = HEADER + "2026-11-23T14:27:01Z,2,2,0,0\n";

        assertThat(read(gzip(day)).samples()).hasSize(1);
        assertThat(read("\u00ef\u00bb\u00bf" + day).samples()).as("byte order mark").hasSize(1);
        assertThat(read(zip("readme.txt", "Hello", "a/B.CSV", day, "__MACOSX/a/B.csv", "\0\1", "c.csv", next)).samples())
                .extracting(Sample::totalMilliwatts).containsExactly(1_000_000, 2_000_000);
    }

    @Test
    void aGzipOfSeveralMembersIsReadToItsEndAlsoFromASlowConnection() throws Exception {
        InputStream slow = new SequenceInputStream(
                new ByteArrayInputStream(gzip(HEADER + "2026-11-22T14:27:01Z,1,1,0,0\n")),
                new ByteArrayInputStream(gzip("2026-11-22T14:27:02Z,1,1,0,0\n"))) {
            @Override
            public int available() {
                return 0;
            }
        };
        List<Sample> samples = new ArrayList<>();
        MeasurementCsv.read(slow, samples::addAll);
        assertThat(samples).hasSize(2);
    }

    @Test
    void batchesAreBoundedAndCannotBeChanged() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 25; i++) {
            text.append("2026-11-22T14:27:").append(10 + i).append("Z,1,1,0,0\n");
        }
        List<Integer> sizes = new ArrayList<>();
        MeasurementCsv.read(new ByteArrayInputStream(bytes(text.toString())), batch -> sizes.add(batch.size()),
                CsvLimits.DEFAULT.withBatch(10));
        assertThat(sizes).containsExactly(10, 10, 5);
    }

    @Test
    void whatIsWrittenIsReadBackExactly() throws Exception { // T5, F1
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        long second = second("2026-10-24T23:50:00Z");
        for (int i = 0; i < 20_000; i++) {
            second += 1 + random.nextInt(3);
            samples.add(i % 50 == 0 ? Sample.ofTotal(second, random.nextInt(-9999, 9999))
                    : Sample.ofPhases(second, random.nextInt(-20_000_000, 20_000_000), random.nextInt(1000),
                            random.nextInt(-600_000_000, 600_000_000)));
        }
        for (String zone : List.of("Europe/Berlin", "UTC", "Asia/Kathmandu", "America/St_Johns")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (MeasurementCsvWriter writer = new MeasurementCsvWriter(out, ZoneId.of(zone))) {
                for (Sample sample : samples) {
                    writer.write(sample);
                }
            }
            assertThat(read(out.toByteArray()).samples()).isEqualTo(samples);
        }
    }

    @Test
    void theWriterGivesTheOffsetOfEachSecondAcrossAClockChange() throws Exception { // T2
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long change = second("2026-10-25T01:00:00Z");
        try (MeasurementCsvWriter writer = new MeasurementCsvWriter(out, ZoneId.of("Europe/Berlin"))) {
            writer.write(Sample.ofPhases(change - 1, 220_357, 412_216, 87_039));
            writer.write(Sample.ofPhases(change, -1, 12_345_678, -400_000));
            writer.write(Sample.ofTotal(change + 60, -999_999));
        }
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("""
                time,total_kw,l1_kw,l2_kw,l3_kw
                2026-10-25T02:59:59+02:00,0.719612,0.220357,0.412216,0.087039
                2026-10-25T02:00:00+01:00,11.945677,-0.000001,12.345678,-0.400000
                2026-10-25T02:01:00+01:00,-0.999999,,,
                """);
    }

    @Test
    void aFileWithoutSamplesIsAValidOne() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MeasurementCsvWriter(out, ZoneId.of("UTC")).close();
        assertThat(read(out.toByteArray()).report()).isEqualTo(new CsvReport(0, 0, 0, true, List.of()));
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
