package org.opensem.metering.csv;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.opensem.metering.Sample;

/**
 * Writes measurement CSV (F1): local time with offset, kW with six decimals, exact to the milliwatt; lines end with a line
 * feed. The header is written at once, so a file without samples is a valid one. Not thread-safe.
 */
public final class MeasurementCsvWriter implements Flushable, AutoCloseable {
    private static final int MOST_LINE = 128;
    private static final int LENGTH_TO_SECONDS = "yyyy-MM-ddTHH:mm:".length();

    private final OutputStream out;
    private final ZoneRules rules;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    /** The line's beginning up to the seconds, and its offset's text: the same for a minute. */
    private byte[] minuteText = new byte[0];
    private byte[] offsetText = new byte[0];
    private long minuteStart;
    private long validFrom;
    private long validTo;

    /**
     * @param out is written to in large pieces; closed by {@link #close}
     * @param zone of the times
     */
    public MeasurementCsvWriter(OutputStream out, ZoneId zone) throws IOException {
        this.out = out;
        this.rules = zone.getRules();
        byte[] header = (MeasurementCsv.HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
        append(header);
    }

    public void write(Sample sample) throws IOException {
        write(sample.epochSecond(), sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(),
                sample.l3Milliwatts());
    }

    /** The same from the numbers; phases may be {@link Sample#ABSENT}. */
    public void write(long epochSecond, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts)
            throws IOException {
        if (buffer.length - used < MOST_LINE) {
            flushBuffer();
        }
        time(epochSecond);
        power(totalMilliwatts);
        power(l1Milliwatts);
        power(l2Milliwatts);
        power(l3Milliwatts);
        buffer[used++] = '\n';
    }

    private void time(long epochSecond) {
        if (epochSecond < validFrom || epochSecond >= validTo) {
            newMinute(epochSecond);
        }
        append(minuteText);
        int second = (int) (epochSecond - minuteStart);
        buffer[used++] = (byte) ('0' + second / 10);
        buffer[used++] = (byte) ('0' + second % 10);
        append(offsetText);
    }

    /** The texts hold for the local minute, and no longer than the offset does. */
    private void newMinute(long epochSecond) {
        Instant time = Instant.ofEpochSecond(epochSecond);
        ZoneOffset offset = rules.getOffset(time);
        minuteStart = epochSecond - Math.floorMod(epochSecond + offset.getTotalSeconds(), 60);
        ZoneOffsetTransition before = rules.previousTransition(time.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(time);
        validFrom = before == null ? minuteStart : Math.max(minuteStart, before.toEpochSecond());
        validTo = after == null ? minuteStart + 60 : Math.min(minuteStart + 60, after.toEpochSecond());
        String text = LocalDateTime.ofEpochSecond(minuteStart, 0, offset) + ":";
        minuteText = text.substring(0, LENGTH_TO_SECONDS).getBytes(StandardCharsets.US_ASCII);
        offsetText = offset.getId().getBytes(StandardCharsets.US_ASCII);
    }

    private void power(int milliwatts) {
        buffer[used++] = ',';
        if (milliwatts == Sample.ABSENT) {
            return;
        }
        int rest = milliwatts;
        if (rest < 0) {
            buffer[used++] = '-';
            rest = -rest;
        }
        int kilowatts = rest / 1_000_000;
        rest %= 1_000_000;
        if (kilowatts >= 10) {
            append(Integer.toString(kilowatts).getBytes(StandardCharsets.US_ASCII));
        } else {
            buffer[used++] = (byte) ('0' + kilowatts);
        }
        buffer[used++] = '.';
        for (int unit = 100_000; unit > 0; unit /= 10) {
            buffer[used++] = (byte) ('0' + rest / unit);
            rest %= unit;
        }
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    @Override
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flushBuffer();
        out.close();
    }
}
