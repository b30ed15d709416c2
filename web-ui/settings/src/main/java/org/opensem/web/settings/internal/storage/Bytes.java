package org.opensem.web.settings.internal.storage;

import org.opensem.language.Formats;
import org.opensem.language.Quantity;

/** Sizes of files, in decimal units as disks are sold. */
final class Bytes {
    private static final double KILO = 1000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double FEW = 10;

    private Bytes() {}

    static String text(long bytes, Formats formats) {
        double value = bytes;
        int unit = 0;
        while (value >= KILO - 0.5 && unit < UNITS.length - 1) {
            value /= KILO;
            unit++;
        }
        return formats.number(value, unit > 0 && value < FEW ? 1 : 0) + Quantity.SPACE + UNITS[unit];
    }
}
