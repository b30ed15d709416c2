package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import org.opensem.metering.csv.CsvFault;
import org.opensem.metering.csv.CsvFormatException;
import org.opensem.metering.csv.CsvReport;
import org.opensem.metering.csv.MeasurementCsv;
import org.opensem.metering.csv.MeasurementCsvWriter;
import org.opensem.store.RawSamples;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import tools.jackson.core.JsonGenerator;

/** Measurement files (F1), in and out, of any length in bounded memory. */
final class SamplesCsv {

    private SamplesCsv() {}

    static void write(RawSamples store, SamplesResource.Range range, ZoneId zone, OutputStream out) throws IOException {
        // Not closed: the container closes its stream itself.
        MeasurementCsvWriter csv = new MeasurementCsvWriter(out, zone);
        try {
            store.readRaw(range.from(), range.to(), (second, total, l1, l2, l3) -> {
                try {
                    csv.write(second, total, l1, l2, l3);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    /**
     * Stores a file's samples. The store is asked for with each batch, so that it may be updated in the middle; while it is
     * away the rest of the file is refused as a whole, and the same file may be sent again.
     *
     * @throws Problem 400 if it is no measurement file; nothing was stored
     */
    static JsonBody take(InputStream in, Services services, WriteMode mode, Locale language)
            throws IOException, InterruptedException {
        WriteResult[] sum = {new WriteResult(0, 0, 0)};
        services.store();
        try {
            CsvReport report = MeasurementCsv.read(in,
                    batch -> sum[0] = sum[0].plus(services.store().write(batch, mode)));
            return json -> write(json, sum[0], report, language);
        } catch (CsvFormatException e) {
            throw Problem.field("body", "csv", e.fault().text(language));
        }
    }

    private static void write(JsonGenerator json, WriteResult result, CsvReport report, Locale language) {
        json.writeStartObject();
        json.writeNumberProperty("taken", result.taken());
        json.writeNumberProperty("skipped", result.skipped());
        json.writeNumberProperty("refused", report.refused());
        json.writeNumberProperty("derivedOnly", result.derivedOnly());
        json.writeBooleanProperty("complete", report.complete());
        json.writeName("faults").writeStartArray();
        for (CsvFault fault : report.faults()) {
            json.writeStartObject();
            if (!fault.entry().isEmpty()) {
                json.writeStringProperty("file", fault.entry());
            }
            json.writeNumberProperty("line", fault.line());
            json.writeStringProperty("reason", fault.text(language));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
