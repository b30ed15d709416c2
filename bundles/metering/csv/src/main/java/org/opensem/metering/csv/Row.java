package org.opensem.metering.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.List;
import org.opensem.metering.Sample;

/** One line, filled by the CSV library straight from its buffer; the same object for every line. */
final class Row extends CsvCallbackHandler<Row> {
    private static final List<String> COLUMNS = List.of("time", "total_kw", "l1_kw", "l2_kw", "l3_kw");
    private static final int MOST_OFF_MILLIWATTS = 3000;

    private final TimeField time = new TimeField();
    private final PowerField power = new PowerField();
    private final int[] milliwatts = new int[5];
    private final StringBuilder header = new StringBuilder();
    private boolean headerExpected = true;
    private long line;
    private int fields;
    private int length;
    private long second;
    private boolean broken;
    private boolean empty;
    private CsvFault.Reason reason;
    private String argument;

    long line() {
        return line;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether the input broke off in this line. */
    boolean isBroken() {
        return broken;
    }

    /** The first line as it stands; later ones are read as measurements. */
    String takeHeader() {
        headerExpected = false;
        return header.toString();
    }

    /** Why the line is refused, or null. */
    CsvFault.Reason reason() {
        return reason;
    }

    List<String> arguments() {
        return argument == null ? List.of() : List.of(argument);
    }

    /** The line's sample; only where there is no {@link #reason} against it. */
    Sample sample() {
        return milliwatts[2] == Sample.ABSENT
                ? Sample.ofTotal(second, milliwatts[1])
                : Sample.ofPhases(second, milliwatts[2], milliwatts[3], milliwatts[4]);
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        length = 0;
        broken = false;
        empty = false;
        reason = null;
        argument = null;
        header.setLength(0);
    }

    @Override
    protected void addField(char[] buffer, int offset, int fieldLength, boolean quoted) {
        int column = fields++;
        length += fieldLength + 1;
        if (fieldLength > 0 && buffer[offset + fieldLength - 1] == GuardedReader.BROKEN) {
            broken = true;
        }
        if (headerExpected) {
            header.append(column == 0 ? "" : ",").append(buffer, offset, fieldLength);
        } else if (column == 0) {
            second = time.parse(buffer, offset, fieldLength);
            refuse(time.fault(), null);
        } else if (column < COLUMNS.size()) {
            milliwatts[column] = power.parse(buffer, offset, fieldLength);
            refuse(power.fault(), COLUMNS.get(column));
        }
    }

    private void refuse(CsvFault.Reason why, String detail) {
        if (why != null && reason == null) {
            reason = why;
            argument = detail;
        }
    }

    @Override
    protected Row buildRecord() {
        if (headerExpected || empty) {
            return this;
        }
        if (length > GuardedReader.MOST_LINE) {
            reason = CsvFault.Reason.LINE_TOO_LONG;
            argument = null;
        } else if (fields != COLUMNS.size()) {
            reason = CsvFault.Reason.COLUMNS;
            argument = Integer.toString(fields);
        } else if (reason == null) {
            checkPowers();
        }
        return this;
    }

    private void checkPowers() {
        int absent = 0;
        long sum = 0;
        for (int column = 2; column < COLUMNS.size(); column++) {
            if (milliwatts[column] == Sample.ABSENT) {
                absent++;
            } else {
                sum += milliwatts[column];
            }
        }
        if (milliwatts[1] == Sample.ABSENT) {
            refuse(CsvFault.Reason.MISSING, COLUMNS.get(1));
        } else if (absent == 1 || absent == 2) {
            refuse(CsvFault.Reason.PHASES, null);
        } else if (absent == 0 && Math.abs(sum) > Sample.MOST_MILLIWATTS) {
            refuse(CsvFault.Reason.POWER_RANGE, COLUMNS.get(1));
        } else if (absent == 0 && Math.abs(sum - milliwatts[1]) > MOST_OFF_MILLIWATTS) {
            refuse(CsvFault.Reason.TOTAL, null);
        }
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int commentLength) {
        throw new IllegalStateException("Comments are switched off");
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }
}
