package org.opensem.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes reports as files of one type. Register it as a service: REST then answers with it for its media type, and the overview
 * has a button for it. Of two formats with one media type the service that ranks higher is used.
 */
@ConsumerType
public interface ReportFormat {

    /** What it writes. */
    Descriptor descriptor();

    /**
     * Writes a whole file. Called by several threads at once.
     *
     * @param locale for texts, numbers and dates, where the format writes for people
     * @param out is left open
     * @throws IOException if the stream does not take it
     */
    void write(Report report, Locale locale, OutputStream out) throws IOException;

    /**
     * @param id short name, lower-case letters and digits: {@code csv}
     * @param name as a button says it: {@code CSV}
     * @param mediaType without parameters: {@code text/csv}
     * @param extension of file names, without dot: {@code csv}
     */
    record Descriptor(String id, String name, String mediaType, String extension) {
        public Descriptor {
            Objects.requireNonNull(name);
            if (!id.matches("[a-z][a-z0-9]*") || !extension.matches("[a-z0-9][a-z0-9.]*")
                    || !mediaType.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")) {
                throw new IllegalArgumentException("No format: " + id + ", " + mediaType + ", ." + extension);
            }
        }
    }
}
