package org.opensem.feed.internal;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.opensem.metering.Sample;

/** A sample as the text that port 11112 sends (F2). */
final class Frame {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String device;

    /** @param hex six lower-case hexadecimal digits */
    Frame(String hex) {
        device = " SEM-" + hex + "-0-000";
    }

    /** UTC, watts with a dot and three places: total, L1, L2, L3; the total alone where the meter tells no phases. */
    String text(Sample sample) {
        StringBuilder text = new StringBuilder(96);
        TIME.formatTo(LocalDateTime.ofEpochSecond(sample.epochSecond(), 0, ZoneOffset.UTC), text);
        text.append(device);
        power(text, sample.totalMilliwatts());
        if (sample.hasPhases()) {
            power(text, sample.l1Milliwatts());
            power(text, sample.l2Milliwatts());
            power(text, sample.l3Milliwatts());
        }
        return text.toString();
    }

    private static void power(StringBuilder text, int milliwatts) {
        int magnitude = Math.abs(milliwatts);
        int places = magnitude % 1000;
        text.append(milliwatts < 0 ? " -" : " ").append(magnitude / 1000).append('.');
        text.append((char) ('0' + places / 100)).append((char) ('0' + places / 10 % 10)).append((char) ('0' + places % 10));
        text.append(" W");
    }
}
