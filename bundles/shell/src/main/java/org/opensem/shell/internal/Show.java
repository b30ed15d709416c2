package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.opensem.metering.Sample;

/** Numbers and times as the commands print them. */
final class Show {
    /** Stands where nothing was measured (T4). */
    static final String NOTHING = "-";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final BigDecimal MILLIWATT_SECONDS_PER_KWH = new BigDecimal("3600000000");

    private Show() {}

    static String time(long epochSecond, ZoneId zone) {
        return TIME.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
    }

    static String time(OptionalLong epochSecond, ZoneId zone) {
        return epochSecond.isPresent() ? time(epochSecond.getAsLong(), zone) : NOTHING;
    }

    static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    /** Watts with three places; a phase that the meter does not tell is nothing. */
    static String watts(int milliwatts) {
        return milliwatts == Sample.ABSENT ? NOTHING : BigDecimal.valueOf(milliwatts, 3).toPlainString();
    }

    static String watts(double milliwatts) {
        return BigDecimal.valueOf(milliwatts / 1000).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    /** Milliwatt-seconds as kWh with three places. */
    static String kwh(long milliwattSeconds) {
        return BigDecimal.valueOf(milliwattSeconds)
                .divide(MILLIWATT_SECONDS_PER_KWH, 3, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** An amount or a difference with at most three places; nothing where it is not known. */
    static String amount(BigDecimal amount) {
        return amount == null ? NOTHING : amount.setScale(Math.min(3, amount.scale()), RoundingMode.HALF_UP).toPlainString();
    }

    /** Money with four places. */
    static String money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** A covered part as per cent; only what is whole is 100 %, and only what is empty 0 %. */
    static String coverage(long covered, long seconds) {
        if (covered == 0 || covered >= seconds) {
            return covered == 0 ? "0 %" : "100 %";
        }
        double percent = Math.clamp(100.0 * covered / seconds, 0.1, 99.9);
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    static String bytes(long bytes) {
        if (bytes < 10_000) {
            return bytes + " B";
        }
        return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
