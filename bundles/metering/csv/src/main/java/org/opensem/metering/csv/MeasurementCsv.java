package org.opensem.metering.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.opensem.metering.Sample;

/**
 * Reads measurement CSV (F1) from plain, gzip or zip input, told apart by their first bytes. Of a zip every file whose name
 * ends in {@code .csv} is read, in the zip's order. Memory is bounded whatever the input is.
 *
 * <p>Times may come in any order; a second that comes twice is handed over twice: whoever stores it decides.
 */
public final class MeasurementCsv {
    /** The first line, without its end. */
    public static final String HEADER = "time,total_kw,l1_kw,l2_kw,l3_kw";

    private static final String BOM_BYTES = "\u00ef\u00bb\u00bf";
    /** Never among the characters of a {@link GuardedReader}: F1 knows no quotes, and a stray one must not eat lines. */
    private static final char NO_QUOTE = '\uffff';
    private static final int IN_BUFFER = 1 << 16;

    private final CsvLimits limits;
    private final SampleSink sink;
    private final List<CsvFault> faults = new ArrayList<>();
    private List<Sample> batch = new ArrayList<>();
    private long samples;
    private long refused;
    private boolean complete = true;
    private boolean brokenOff;

    private MeasurementCsv(SampleSink sink, CsvLimits limits) {
        this.sink = sink;
        this.limits = limits;
    }

    /** The same with {@link CsvLimits#DEFAULT}. */
    public static CsvReport read(InputStream in, SampleSink sink) throws IOException, InterruptedException, CsvFormatException {
        return read(in, sink, CsvLimits.DEFAULT);
    }

    /**
     * Reads to the end and hands the samples over. Lines that are no measurements are refused one by one and do not stop the
     * others.
     *
     * @param in is read, not closed
     * @throws CsvFormatException if it is empty or no measurement CSV; nothing was handed over
     * @throws IOException if the input cannot be read or the sink threw; batches handed over before stay handed over
     * @throws InterruptedException if the sink was interrupted
     */
    public static CsvReport read(InputStream in, SampleSink sink, CsvLimits limits)
            throws IOException, InterruptedException, CsvFormatException {
        return new MeasurementCsv(sink, limits).readAny(in);
    }

    private CsvReport readAny(InputStream in) throws IOException, InterruptedException, CsvFormatException {
        BoundedInput.Counter packed = new BoundedInput.Counter(in);
        BufferedInputStream buffered = new BufferedInputStream(packed, IN_BUFFER);
        buffered.mark(4);
        byte[] magic = buffered.readNBytes(4);
        buffered.reset();
        if (magic.length == 0) {
            throw new CsvFormatException(fault("", 0, CsvFault.Reason.EMPTY_FILE, List.of()));
        }
        if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            readGzip(buffered, packed);
        } else if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && (magic[2] == 3 || magic[2] == 5)) {
            readZip(new ZipInputStream(buffered), packed);
        } else {
            readCsv("", new BoundedInput(buffered, packed, limits));
        }
        flush();
        return new CsvReport(samples + refused, samples, refused, complete, faults);
    }

    private void readGzip(InputStream in, BoundedInput.Counter packed)
            throws IOException, InterruptedException, CsvFormatException {
        GZIPInputStream unpacked;
        try {
            unpacked = new GZIPInputStream(in, IN_BUFFER);
        } catch (EOFException | ZipException e) {
            throw new CsvFormatException(fault("", 0, CsvFault.Reason.DAMAGED, List.of()));
        }
        readCsv("", new BoundedInput(unpacked, packed, limits));
    }

    private void readZip(ZipInputStream zip, BoundedInput.Counter packed)
            throws IOException, InterruptedException, CsvFormatException {
        BoundedInput bounded = new BoundedInput(zip, packed, limits);
        boolean found = false;
        try {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !brokenOff) {
                if (isCsv(entry)) {
                    found = true;
                    readCsv(entry.getName(), bounded);
                }
                if (!brokenOff) {
                    bounded.transferTo(OutputStream.nullOutputStream());
                    entry = zip.getNextEntry();
                }
            }
        } catch (EOFException e) {
            breakOff("", 0, CsvFault.Reason.TRUNCATED);
        } catch (ZipException e) {
            breakOff("", 0, CsvFault.Reason.DAMAGED);
        } catch (BoundedInput.LimitException e) {
            breakOff("", 0, e.reason);
        }
        if (!found) {
            CsvFault first = faults.isEmpty() ? fault("", 0, CsvFault.Reason.NO_CSV_IN_ZIP, List.of()) : faults.getFirst();
            throw new CsvFormatException(first);
        }
    }

    /** Macintosh archives hold a hidden companion of the same name beside each file. */
    private static boolean isCsv(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory() && name.endsWith(".csv") && !name.startsWith("__macosx/");
    }

    private void readCsv(String entry, InputStream in) throws IOException, InterruptedException, CsvFormatException {
        Row row = new Row();
        GuardedReader reader = new GuardedReader(in);
        CsvReader<Row> csv = CsvReader.builder().quoteCharacter(NO_QUOTE).skipEmptyLines(false)
                .allowMissingFields(true).allowExtraFields(true).build(row, reader);
        // Not closed: the input is the caller's.
        CloseableIterator<Row> rows = csv.iterator();
        try {
            boolean headerIsRight = rows.hasNext() && isHeader(rows.next().takeHeader());
            if (!headerIsRight) {
                wrongHeader(entry, reader.fault());
                return;
            }
            boolean breakTold = false;
            while (rows.hasNext()) {
                breakTold |= take(entry, rows.next(), reader.fault());
            }
            if (reader.fault() != null && !breakTold) {
                breakOff(entry, row.line() + 1, reader.fault());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHeader(String line) {
        return line.equals(HEADER) || line.equals(BOM_BYTES + HEADER);
    }

    private void wrongHeader(String entry, CsvFault.Reason broken) throws CsvFormatException {
        CsvFault.Reason reason = broken == null ? CsvFault.Reason.WRONG_HEADER : broken;
        CsvFault fault = fault(entry, broken == null ? 1 : 0, reason, List.of());
        if (samples + refused == 0 && faults.isEmpty()) {
            throw new CsvFormatException(fault);
        }
        complete = false;
        note(fault);
    }

    /** @return whether it was the line in which the input broke off */
    private boolean take(String entry, Row row, CsvFault.Reason broken) throws IOException, InterruptedException {
        if (row.isEmpty()) {
            return false;
        }
        boolean brokenHere = broken != null && row.isBroken();
        if (brokenHere) {
            refused++;
            breakOff(entry, row.line(), broken);
        } else if (row.reason() != null) {
            refused++;
            note(fault(entry, row.line(), row.reason(), row.arguments()));
        } else {
            samples++;
            batch.add(row.sample());
            if (batch.size() >= limits.batch()) {
                flush();
            }
        }
        return brokenHere;
    }

    private void breakOff(String entry, long line, CsvFault.Reason reason) {
        complete = false;
        brokenOff = true;
        // It concerns all the rest, so it is named however many lines were at fault before.
        if (faults.size() == CsvReport.MOST_FAULTS) {
            faults.removeLast();
        }
        note(fault(entry, line, reason, List.of()));
    }

    private void flush() throws IOException, InterruptedException {
        if (!batch.isEmpty()) {
            List<Sample> full = Collections.unmodifiableList(batch);
            batch = new ArrayList<>(limits.batch());
            sink.take(full);
        }
    }

    private void note(CsvFault fault) {
        if (faults.size() < CsvReport.MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private static CsvFault fault(String entry, long line, CsvFault.Reason reason, List<String> arguments) {
        return new CsvFault(entry, line, reason, arguments);
    }
}
