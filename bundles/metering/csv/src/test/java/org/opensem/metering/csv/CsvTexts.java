package org.opensem.metering.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opensem.metering.Sample;

/** Makes and reads small files. */
final class CsvTexts {
    static final String HEADER = "time,total_kw,l1_kw,l2_kw,l3_kw\n";

    private CsvTexts() {}

    record Result(CsvReport report, List<Sample> samples) {}

    static Result read(String text) throws Exception {
        return read(bytes(text));
    }

    static Result read(byte[] file) throws Exception {
        List<Sample> samples = new ArrayList<>();
        return new Result(MeasurementCsv.read(new ByteArrayInputStream(file), samples::addAll), samples);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    /** @param namesAndTexts alternating */
    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(bytes(namesAndTexts[i + 1]));
            }
        }
        return out.toByteArray();
    }
}
