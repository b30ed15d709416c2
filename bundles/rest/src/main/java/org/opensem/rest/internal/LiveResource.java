package org.opensem.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.opensem.access.AccessRequest;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterInlet;
import org.opensem.metering.Sample;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The newest second: read, followed, and delivered by a script that is the meter. */
@Component(service = LiveResource.class)
@JakartarsResource
@Path("live")
public final class LiveResource {
    /** The driver that takes what is posted here. */
    private static final String DRIVER = "http";

    private final Services services;
    private final AccessServices access;
    private final LiveStream stream;

    @Activate
    public LiveResource(@Reference Services services, @Reference AccessServices access, @Reference LiveStream stream) {
        this.services = services;
        this.access = access;
        this.stream = stream;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody newest(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        boolean raw = query.flag("raw");
        query.check();
        Sample newest = services.live().newest().orElseThrow(() -> Problem.of(404, "no-live-sample"));
        return LiveJson.of(Corrected.of(services, raw).sample(newest), query.zone());
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@Context UriInfo uri, @Context HttpServletRequest request, @Context SseEventSink sink,
            @Context Sse sse) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        boolean raw = query.flag("raw");
        query.check();
        AccessRequest visitor = AccessServices.kept(request, uri.getAbsolutePath().getPath());
        stream.open(sink, sse, query.zone(), sample -> Corrected.of(services, raw).sample(sample),
                () -> access.admits(visitor));
    }

    /** What would come; left to GET it would never end. */
    @HEAD
    @Path("stream")
    public Response streamHead() {
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody deliver(@Context UriInfo uri, InputStream body) throws IOException {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        query.check();
        List<Sample> samples = LiveInput.read(body, query.zone());
        MeterInlet inlet = services.inlet;
        Optional<LiveSamples.Source> source = services.source();
        if (inlet == null || source.filter(driver -> driver.driverId().equals(DRIVER)).isEmpty()) {
            throw Problem.of(409, "other-driver", source.map(LiveSamples.Source::driverId).orElse("-"));
        }
        if (!source.get().read()) {
            throw Problem.of(409, "not-read", source.get().status().detail());
        }
        inlet.offer(samples);
        return json -> json.writeStartObject().writeNumberProperty("taken", samples.size()).writeEndObject();
    }
}
