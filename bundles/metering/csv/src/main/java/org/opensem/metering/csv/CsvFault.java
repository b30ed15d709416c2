package org.opensem.metering.csv;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * Why a line, or the rest of a file, was not taken.
 *
 * @param entry name of the file within a zip; empty for other input
 * @param line from 1, which is the header; 0 where no line is at fault but the file
 * @param reason what is wrong
 * @param arguments details for the text: a column, a number
 */
public record CsvFault(String entry, long line, Reason reason, List<String> arguments) {

    /** What can be wrong. */
    public enum Reason {
        /** The first line is not F1's header. */
        WRONG_HEADER,
        /** There is no byte in it. */
        EMPTY_FILE,
        /** The zip holds no file whose name ends in .csv. */
        NO_CSV_IN_ZIP,
        /** The line has another number of columns than five. Argument: how many. */
        COLUMNS,
        /** The line is longer than any measurement can be. */
        LINE_TOO_LONG,
        /** The time is not a local time with an offset. */
        TIME,
        /** The time has a fraction of a second: there is one sample a second. */
        TIME_FRACTION,
        /** The time lies before 1970 or after 2099. */
        TIME_RANGE,
        /** Argument: the column. */
        NUMBER,
        /** More than six decimals. Argument: the column. */
        DECIMALS,
        /** Argument: the column. */
        MISSING,
        /** One or two phases only. */
        PHASES,
        /** Beyond 2,000 kW. Argument: the column. */
        POWER_RANGE,
        /** The total is more than 3 W off the sum of the phases. */
        TOTAL,
        /** The compressed file ends too early; what comes before was taken. */
        TRUNCATED,
        /** The compressed file is damaged; what comes before was taken. */
        DAMAGED,
        /** Too many bytes; what comes before the limit was taken. */
        TOO_LARGE,
        /** It unpacks to far more than measurements do; what comes before was taken. */
        TOO_COMPRESSED
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public CsvFault {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(reason);
        arguments = List.copyOf(arguments);
    }

    /** The reason as a person reads it, without the line: German for German locales, else English. */
    public String text(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle("org.opensem.metering.csv.faults", locale,
                CsvFault.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(texts.getString(reason.name()), locale).format(arguments.toArray());
    }
}
