package org.opensem.metering.csv;

import org.opensem.metering.Sample;

/** Reads kW with up to six decimals as whole milliwatts, without a detour through binary fractions. */
final class PowerField {
    private static final int DECIMALS = 6;
    private CsvFault.Reason fault;

    /** Milliwatts, {@link Sample#ABSENT} for an empty field; when there are none, {@link #fault} says why. */
    int parse(char[] c, int offset, int length) {
        fault = null;
        if (length == 0) {
            return Sample.ABSENT;
        }
        int i = offset;
        int end = offset + length;
        boolean negative = c[i] == '-';
        if (negative || c[i] == '+') {
            i++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (; i < end; i++) {
            int digit = c[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (decimals >= DECIMALS) {
                    if (digit != 0) {
                        fault = CsvFault.Reason.DECIMALS;
                    }
                    continue;
                }
                value = Math.min(value * 10 + digit, Long.MAX_VALUE / 100_000_000);
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                fault = CsvFault.Reason.NUMBER;
                return 0;
            }
        }
        if (digits == 0) {
            fault = CsvFault.Reason.NUMBER;
            return 0;
        }
        for (int d = Math.max(decimals, 0); d < DECIMALS; d++) {
            value *= 10;
        }
        if (value > Sample.MOST_MILLIWATTS) {
            fault = CsvFault.Reason.POWER_RANGE;
            return 0;
        }
        return (int) (negative ? -value : value);
    }

    CsvFault.Reason fault() {
        return fault;
    }
}
