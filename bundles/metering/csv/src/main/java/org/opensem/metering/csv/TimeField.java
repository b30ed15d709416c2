package org.opensem.metering.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads a local time with offset. The usual shape is read digit by digit, as a million lines a second have one. */
final class TimeField {
    /** 2100-01-01T00:00:00Z. */
    static final long END = 4_102_444_800L;

    private static final int DATE_TIME = 19;
    private static final long NONE = Long.MIN_VALUE;
    private int lastDate = -1;
    private long lastEpochDay;
    private CsvFault.Reason fault;

    /** The epoch second; when there is none, {@link #fault} says why. */
    long parse(char[] c, int offset, int length) {
        fault = null;
        long second = usual(c, offset, length);
        if (second == NONE) {
            second = any(new String(c, offset, length));
        }
        if (fault == null && (second < 0 || second >= END)) {
            fault = CsvFault.Reason.TIME_RANGE;
        }
        return second;
    }

    CsvFault.Reason fault() {
        return fault;
    }

    private long usual(char[] c, int o, int length) {
        if (length < DATE_TIME + 1 || c[o + 4] != '-' || c[o + 7] != '-' || c[o + 10] != 'T' || c[o + 13] != ':'
                || c[o + 16] != ':') {
            return NONE;
        }
        int year = two(c, o) * 100 + two(c, o + 2);
        int month = two(c, o + 5);
        int day = two(c, o + 8);
        int hour = two(c, o + 11);
        int minute = two(c, o + 14);
        int second = two(c, o + 17);
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        int zone = offsetSeconds(c, o + DATE_TIME, length - DATE_TIME);
        if (zone == Integer.MIN_VALUE) {
            return NONE;
        }
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            try {
                lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
                lastDate = date;
            } catch (DateTimeException e) {
                return NONE;
            }
        }
        return lastEpochDay * 86_400 + hour * 3600 + minute * 60 + second - zone;
    }

    private static int offsetSeconds(char[] c, int o, int length) {
        if (length == 1 && c[o] == 'Z') {
            return 0;
        }
        if (length != 6 || c[o + 3] != ':' || c[o] != '+' && c[o] != '-') {
            return Integer.MIN_VALUE;
        }
        int hours = two(c, o + 1);
        int minutes = two(c, o + 4);
        if ((hours | minutes) < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return c[o] == '-' ? -seconds : seconds;
    }

    /** A number of two digits; negative if one of them is no digit. */
    private static int two(char[] c, int o) {
        int tens = c[o] - '0';
        int ones = c[o + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : tens * 10 + ones;
    }

    private long any(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getNano() != 0) {
                fault = CsvFault.Reason.TIME_FRACTION;
            }
            return time.toEpochSecond();
        } catch (DateTimeException e) {
            fault = CsvFault.Reason.TIME;
            return NONE;
        }
    }
}
