package org.opensem.metering.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.opensem.metering.csv.CsvTexts.HEADER;
import static org.opensem.metering.csv.CsvTexts.bytes;
import static org.opensem.metering.csv.CsvTexts.gzip;
import static org.opensem.metering.csv.CsvTexts.read;
import static org.opensem.metering.csv.CsvTexts.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.metering.Sample;
import org.opensem.metering.csv.CsvFault.Reason;

@Timeout(60)
class BadInputTest { // F1, and "Bad input" of the main job
    private static final String GOOD = "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.3\n";

    @ParameterizedTest
    @ValueSource(strings = {
        "time,total,l1,l2,l3\n", "total_kw,time,l1_kw,l2_kw,l3_kw\n", "time;total_kw;l1_kw;l2_kw;l3_kw\n", "\n",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.3\n", "time,total_kw,l1_kw,l2_kw,l3_kw,l4_kw\n", "<html>", "\0\0\0\0"})
    void aWrongHeaderIsRefusedBeforeAnySample(String header) {
        CsvFormatException refused = catchThrowableOfType(CsvFormatException.class,
                () -> MeasurementCsv.read(new ByteArrayInputStream(bytes(header + GOOD)), batch -> {
                    throw new AssertionError("nothing may be handed over");
                }));
        assertThat(refused.fault()).isEqualTo(new CsvFault("", 1, Reason.WRONG_HEADER, List.of()));
        assertThat(refused).hasMessageContaining("time,total_kw,l1_kw,l2_kw,l3_kw");
    }

    @Test
    void anEmptyFileAZipWithoutCsvAndABrokenGzipHeadAreRefused() throws Exception {
        assertThat(reasonOf(new byte[0])).isEqualTo(Reason.EMPTY_FILE);
        assertThat(reasonOf(gzip(""))).isEqualTo(Reason.WRONG_HEADER);
        assertThat(reasonOf(zip("readme.txt", "Hello"))).isEqualTo(Reason.NO_CSV_IN_ZIP);
        assertThat(reasonOf(zip())).isEqualTo(Reason.NO_CSV_IN_ZIP);
        assertThat(reasonOf(new byte[] {0x1f, (byte) 0x8b, 8})).isEqualTo(Reason.DAMAGED);
        assertThat(reasonOf(new byte[] {'P', 'K', 3, 4, 9})).isEqualTo(Reason.NO_CSV_IN_ZIP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-22T14:27:01Z,0.6,0.1,0.2|COLUMNS|4",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.3,|COLUMNS|6",
        "2026-11-22T14:27:01Z|COLUMNS|1",
        "2026-11-22T14:27:01Z,abc,0.1,0.2,0.3|NUMBER|total_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,x,0.3|NUMBER|l2_kw",
        "2026-11-22T14:27:01Z,NaN,0.1,0.2,0.3|NUMBER|total_kw",
        "2026-11-22T14:27:01Z,0.6,Infinity,0.2,0.3|NUMBER|l1_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,1e-1|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2, 0.3|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,-|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,.|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.3.0|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,\"0.3\"|NUMBER|l3_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.3000001|DECIMALS|l3_kw",
        "2026-11-22T14:27:01Z,2000.000001,,,|POWER_RANGE|total_kw",
        "2026-11-22T14:27:01Z,99999999999999999999999999,,,|POWER_RANGE|total_kw",
        "2026-11-22T14:27:01Z,1,1500,1500,-1999|TOTAL|",
        "2026-11-22T14:27:01Z,2000,1500,1500,0|POWER_RANGE|total_kw",
        "2026-11-22T14:27:01Z,,0.1,0.2,0.3|MISSING|total_kw",
        "2026-11-22T14:27:01Z,0.6,0.1,,0.3|PHASES|",
        "2026-11-22T14:27:01Z,0.6,0.1,0.2,0.296|TOTAL|",
        "2026-11-22T14:27:01,0.6,0.1,0.2,0.3|TIME|",
        "2026-11-22 14:27:01Z,0.6,0.1,0.2,0.3|TIME|",
        "2026-02-30T14:27:01Z,0.6,0.1,0.2,0.3|TIME|",
        "2026-11-22T24:27:01Z,0.6,0.1,0.2,0.3|TIME|",
        "2026-11-22T14:27:60Z,0.6,0.1,0.2,0.3|TIME|",
        "2026-11-22T14:27:01+19:00,0.6,0.1,0.2,0.3|TIME|",
        "1764000000,0.6,0.1,0.2,0.3|TIME|",
        ",0.6,0.1,0.2,0.3|TIME|",
        "2026-11-22T14:27:01.5Z,0.6,0.1,0.2,0.3|TIME_FRACTION|",
        "1969-12-31T23:59:59Z,0.6,0.1,0.2,0.3|TIME_RANGE|",
        "2100-01-01T00:00:00Z,0.6,0.1,0.2,0.3|TIME_RANGE|"})
    void aBadLineIsRefusedByItselfAndTheOthersAreTaken(String line, Reason reason, String argument) throws Exception {
        CsvTexts.Result result = read(HEADER + GOOD + line + "\n" + GOOD);

        assertThat(result.report()).isEqualTo(new CsvReport(3, 2, 1, true,
                List.of(new CsvFault("", 3, reason, argument == null ? List.of() : List.of(argument)))));
        assertThat(result.samples()).hasSize(2);
    }

    @Test
    void aStrayQuoteCostsItsOwnLineOnly() throws Exception {
        CsvTexts.Result result = read(HEADER + GOOD + "\"2026-11-22T14:27:02Z,0.6,0.1,0.2,0.3\n" + GOOD + GOOD);
        assertThat(result.report().samples()).isEqualTo(3);
        assertThat(result.report().faults()).extracting(CsvFault::line).containsExactly(3L);
    }

    @Test
    void onlyTheFirstHundredFaultsAreNamedAndAllAreCounted() throws Exception {
        CsvReport report = read(HEADER + "x\n".repeat(1000) + GOOD).report();
        assertThat(report.refused()).isEqualTo(1000);
        assertThat(report.samples()).isEqualTo(1);
        assertThat(report.faults()).hasSize(100).last().satisfies(f -> assertThat(f.line()).isEqualTo(101));
    }

    @Test
    void aLineTooLongIsRefusedWithoutBeingKept() throws Exception {
        CsvTexts.Result result = read(HEADER + GOOD + "1".repeat(5_000_000) + "\n" + GOOD);
        assertThat(result.report().faults()).containsExactly(new CsvFault("", 3, Reason.LINE_TOO_LONG, List.of()));
        assertThat(result.samples()).hasSize(2);
    }

    @Test
    void aGigabyteOfZerosIsRefusedAfterItsFirstKilobytes() {
        AtomicLong readBytes = new AtomicLong();
        InputStream zeros = new Zeros(1L << 30, readBytes);
        assertThatThrownBy(() -> MeasurementCsv.read(zeros, batch -> { })).isInstanceOf(CsvFormatException.class);
        assertThat(readBytes.get()).isLessThan(1_000_000);
    }

    @Test
    void zerosWithoutEndBehindTheHeaderTakeNoMemory() throws Exception {
        byte[] head = bytes(HEADER + GOOD);
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(head),
                new Zeros(1L << 28, new AtomicLong()));
        CsvReport report = MeasurementCsv.read(in, batch -> { });
        assertThat(report.samples()).isEqualTo(1);
        assertThat(report.faults()).extracting(CsvFault::reason).containsExactly(Reason.LINE_TOO_LONG);
    }

    @Test
    void aZipBombIsReadNoFurtherThanItsLimit() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(bytes(HEADER));
            byte[] lines = bytes(GOOD.repeat(10_000));
            for (int i = 0; i < 300; i++) {
                gzip.write(lines);
            }
        }
        AtomicLong taken = new AtomicLong();
        CsvReport report = MeasurementCsv.read(new ByteArrayInputStream(bomb.toByteArray()), b -> taken.addAndGet(b.size()));
        assertThat(report.complete()).isFalse();
        assertThat(report.faults()).extracting(CsvFault::reason).containsExactly(Reason.TOO_COMPRESSED);
        assertThat(taken.get()).isEqualTo(report.samples()).isLessThan(1_500_000);
        assertThat(report.lines()).isEqualTo(report.samples() + report.refused());
    }

    @Test
    void aBombInAnotherFileOfTheZipIsNotUnpackedEither() throws Exception {
        byte[] file = zip("a.csv", HEADER + GOOD, "b.bin", "\0".repeat(30_000_000), "c.csv", HEADER + GOOD);
        CsvReport report = read(file).report();
        assertThat(report.samples()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(report.faults()).extracting(CsvFault::reason).containsExactly(Reason.TOO_COMPRESSED);
    }

    @Test
    void moreBytesThanAllowedAreNotRead() throws Exception {
        CsvReport report = MeasurementCsv.read(new ByteArrayInputStream(bytes(HEADER + GOOD.repeat(5000))), batch -> { },
                new CsvLimits(100, 40_000, 200, 10_000_000));
        assertThat(report.complete()).isFalse();
        assertThat(report.samples()).isBetween(1L, 1100L);
        assertThat(report.faults()).extracting(CsvFault::reason).containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void ofATruncatedFileTheWholeLinesAreTakenAndNeverHalfANumber() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3600; i++) {
            text.append(String.format(Locale.ROOT, "2026-11-22T14:%02d:%02dZ,%d.5,,,\n", i / 60, i % 60, i * 7919 % 1000));
        }
        byte[] whole = gzip(text.toString());
        List<Sample> all = read(whole).samples();
        assertThat(all).hasSize(3600);
        for (int cut = 400; cut < whole.length; cut += 997) {
            CsvTexts.Result result = read(Arrays.copyOf(whole, cut));
            assertThat(result.samples()).isEqualTo(all.subList(0, result.samples().size()));
            assertThat(result.report().complete()).isFalse();
            assertThat(result.report().faults()).extracting(CsvFault::reason).containsExactly(Reason.TRUNCATED);
        }
    }

    @Test
    void aDamagedFileIsReportedAndWhatComesBeforeIsTaken() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            text.append("2026-11-22T14:27:01Z,").append(random.nextInt(1000)).append(",,,\n");
        }
        byte[] file = gzip(text.toString());
        Arrays.fill(file, file.length / 2, file.length / 2 + 50, (byte) 0xff);
        CsvReport report = read(file).report();
        assertThat(report.complete()).isFalse();
        assertThat(report.samples()).isPositive().isLessThan(20_000);
        assertThat(report.faults().getLast().reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aWrongFileWithinAZipDoesNotStopTheOthers() throws Exception {
        CsvReport report = read(zip("1.csv", HEADER + GOOD, "2.csv", "start,kWh\n1,2\n", "3.csv", HEADER + GOOD)).report();
        assertThat(report.samples()).isEqualTo(2);
        assertThat(report.complete()).isFalse();
        assertThat(report.faults()).containsExactly(new CsvFault("2.csv", 1, Reason.WRONG_HEADER, List.of()));
    }

    @Test
    void aFailingSinkEndsTheReading() {
        assertThatThrownBy(() -> MeasurementCsv.read(new ByteArrayInputStream(bytes(HEADER + GOOD)), batch -> {
            throw new IOException("disk full");
        })).isInstanceOf(IOException.class).hasMessage("disk full");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAGermanAndAnEnglishText(Reason reason) {
        CsvFault fault = new CsvFault("", 1, reason, List.of("l2_kw"));
        assertThat(fault.text(Locale.GERMANY)).isNotBlank().isNotEqualTo(fault.text(Locale.UK)).doesNotContain("{");
        assertThat(fault.text(Locale.UK)).isNotBlank().doesNotContain("{");
        assertThat(fault.text(Locale.FRANCE)).isEqualTo(fault.text(Locale.US));
    }

    @Test
    void theReasonIsTheOneThatTheRestInterfaceDocuments() throws Exception {
        assertThat(read(HEADER + "2026-11-22T14:27:01Z,0.6,0.1,x,0.3\n").report().faults().getFirst().text(Locale.ENGLISH))
                .isEqualTo("l2_kw is not a number");
    }

    private static Reason reasonOf(byte[] file) {
        return catchThrowableOfType(CsvFormatException.class, () -> read(file)).fault().reason();
    }

    /** Zero bytes without end, nearly. */
    private static final class Zeros extends InputStream {
        private final AtomicLong count;
        private long left;

        Zeros(long length, AtomicLong count) {
            this.left = length;
            this.count = count;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int n = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + n, (byte) 0);
            left -= n;
            count.addAndGet(n);
            return n == 0 ? -1 : n;
        }
    }
}
