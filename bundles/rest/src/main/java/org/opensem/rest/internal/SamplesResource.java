package org.opensem.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleStore;
import org.opensem.store.WriteMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The stored seconds: read one by one, as a curve or as a file, and taken in from a file. */
@Component(service = SamplesResource.class)
@JakartarsResource
@Path("samples")
public final class SamplesResource {
    static final String CSV = "text/csv";
    /** Longest range as JSON: a day of 25 hours. */
    private static final long MOST_SECONDS = 25 * 3600L;
    /** Longest bucket: a year and more. */
    private static final int MOST_BUCKET_SECONDS = 100_000_000;
    private static final int MOST_POINTS = 10_000;

    private final Services services;

    @Activate
    public SamplesResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody json(@Context UriInfo uri) {
        Query query = query(uri);
        Optional<Integer> points = query.number("points", 1, MOST_POINTS);
        boolean raw = query.flag("raw");
        Range range = Range.of(query);
        Corrected corrected = Corrected.of(services, raw);
        if (points.isPresent()) {
            if ((range.to() - range.from()) / points.get() > MOST_BUCKET_SECONDS) {
                throw Problem.field("points", "more-points");
            }
            Curve curve = Curve.of(services, corrected, range.from(), range.to(), points.get());
            return new CurveJson(curve, query.zone())::write;
        }
        if (range.to() - range.from() > MOST_SECONDS) {
            throw Problem.field("to", "too-long");
        }
        SampleStore store = services.store();
        return new SecondsJson(store, range, query.zone(), corrected)::write;
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    public Response csv(@Context UriInfo uri) {
        Query query = query(uri);
        if (query.has("points")) {
            query.fault("points", "csv-points");
        }
        // A measurement file is raw, asked or not, and has the seconds that are marked invalid.
        query.flag("raw");
        Range range = Range.of(query);
        RawSamples store = services.rawSamples();
        StreamingOutput body = out -> SamplesCsv.write(store, range, query.zone(), out);
        return Response.ok(body, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + range.fileName(query.zone()) + ".csv\"")
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody take(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
            throws IOException, InterruptedException {
        Query query = query(uri);
        Optional<String> mode = query.choice("mode", List.of("keep", "replace"));
        query.check();
        WriteMode writeMode = mode.filter("replace"::equals).isPresent() ? WriteMode.REPLACE : WriteMode.KEEP;
        return SamplesCsv.take(body, services, writeMode, services.language(headers.getAcceptableLanguages()));
    }

    private Query query(UriInfo uri) {
        return new Query(uri.getQueryParameters(), services.clock().zone());
    }

    /** Epoch seconds, {@code [from, to)}. */
    record Range(long from, long to) {

        /** @throws Problem for these and all faults found before */
        static Range of(Query query) {
            query.require("from");
            query.require("to");
            Optional<Instant> from = query.time("from");
            Optional<Instant> to = query.time("to");
            if (from.isPresent() && to.isPresent() && from.get().getEpochSecond() >= to.get().getEpochSecond()) {
                query.fault("to", "order");
            }
            query.check();
            // East of Greenwich 1970 begins before the epoch; no sample does.
            return new Range(Math.max(0, from.orElseThrow().getEpochSecond()), Math.max(1, to.orElseThrow().getEpochSecond()));
        }

        /** First and last day. */
        String fileName(ZoneId zone) {
            return "samples-" + Instant.ofEpochSecond(from).atZone(zone).toLocalDate() + "-"
                    + Instant.ofEpochSecond(to - 1).atZone(zone).toLocalDate();
        }
    }
}
