package org.opensem.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs JSON and CSV for whoever takes gzip. Streams of events stay as they are, since each must go out at once. */
final class Gzip implements WriterInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Gzip.class);
    private static final int BUFFER = 1 << 13;

    @Context
    private HttpHeaders headers;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!packs(context.getMediaType())) {
            context.proceed();
            return;
        }
        context.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        try {
            if (accepts(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
                pack(context);
            } else {
                context.proceed();
            }
        } catch (EOFException e) {
            // Jetty's word for a client that has hung up. Nobody reads the rest, and it is no fault to be logged.
            LOG.debug("A client hung up", e);
        }
    }

    private static void pack(WriterInterceptorContext context) throws IOException {
        context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        OutputStream plain = context.getOutputStream();
        Fast packed = new Fast(plain);
        context.setOutputStream(packed);
        try {
            context.proceed();
            packed.finish();
        } finally {
            packed.release();
            context.setOutputStream(plain);
        }
    }

    private static boolean packs(MediaType type) {
        return type != null && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json")
                || type.getSubtype().equals("csv"));
    }

    /** Whether gzip stands in the header with a quality other than 0. */
    static boolean accepts(String header) {
        if (header == null) {
            return false;
        }
        for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.strip().split("\\s*;\\s*");
            if (parts[0].equals("gzip") || parts[0].equals("*")) {
                return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** Level 1: on a small machine the time counts more than the last tenth. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }

        void release() {
            def.end();
        }
    }
}
