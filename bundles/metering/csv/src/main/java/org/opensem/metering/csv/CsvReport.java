package org.opensem.metering.csv;

import java.util.List;

/**
 * What became of a file's lines.
 *
 * @param lines lines that are not empty, headers not counted
 * @param samples lines taken
 * @param refused lines refused; {@code lines = samples + refused}
 * @param complete whether the file was read to its end; false when it is cut off, damaged, or beyond the limits
 * @param faults the first {@link #MOST_FAULTS} faults, in the order of the file; where it breaks off, that is the last of them
 */
public record CsvReport(long lines, long samples, long refused, boolean complete, List<CsvFault> faults) {

    /** How many faults are named. */
    public static final int MOST_FAULTS = 100;

    public CsvReport {
        faults = List.copyOf(faults);
    }
}
