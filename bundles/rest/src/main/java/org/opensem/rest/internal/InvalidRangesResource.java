package org.opensem.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.opensem.rest.internal.Problem.FieldFault;
import org.opensem.store.InvalidRanges;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Ranges of measurement that do not count: listed, marked, taken back (G7). */
@Component(service = InvalidRangesResource.class)
@JakartarsResource
@Path("invalid-ranges")
public final class InvalidRangesResource {
    private final Services services;

    @Activate
    public InvalidRangesResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody list(@Context UriInfo uri) {
        Query query = query(uri);
        query.check();
        List<InvalidRange> ranges = services.invalidRanges().list();
        return json -> {
            json.writeStartObject();
            json.writeName("invalidRanges").writeStartArray();
            ranges.forEach(range -> write(json, range, query.zone()));
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response mark(@Context UriInfo uri, InputStream body) throws IOException {
        Query query = query(uri);
        query.check();
        ZoneId zone = query.zone();
        Wanted wanted = Wanted.read(JsonInput.tree(body), zone);
        InvalidRange range = services.invalidRanges().mark(wanted.from(), wanted.to(), wanted.reason());
        JsonBody answer = json -> write(json, range, zone);
        return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(range.id())).build()).entity(answer).build();
    }

    @DELETE
    @Path("{id}")
    public void takeBack(@PathParam("id") String id) {
        if (!id.matches("\\d{1,18}") || !services.invalidRanges().takeBack(Long.parseLong(id))) {
            throw Problem.of(404, "no-invalid-range", id);
        }
    }

    private Query query(UriInfo uri) {
        return new Query(uri.getQueryParameters(), services.clock().zone());
    }

    private static void write(JsonGenerator json, InvalidRange range, ZoneId zone) {
        json.writeStartObject();
        json.writeStringProperty("id", String.valueOf(range.id()));
        json.writeStringProperty("from", Times.text(range.from(), zone));
        json.writeStringProperty("to", Times.text(range.to(), zone));
        json.writeStringProperty("reason", range.reason());
        json.writeEndObject();
    }

    /** What was posted. */
    private record Wanted(long from, long to, String reason) {

        /** @throws Problem 400 with every fault at once */
        static Wanted read(JsonNode node, ZoneId zone) {
            if (!node.isObject()) {
                throw Problem.field("body", "object");
            }
            List<FieldFault> faults = new ArrayList<>();
            OptionalLong from = JsonInput.time(node, "", "from", zone, faults);
            OptionalLong to = JsonInput.time(node, "", "to", zone, faults);
            if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) {
                faults.add(new FieldFault("to", "order"));
            }
            String reason = reason(node.get("reason"), faults);
            if (!faults.isEmpty()) {
                throw Problem.fields(faults);
            }
            return new Wanted(from.orElseThrow(), to.orElseThrow(), reason);
        }

        private static String reason(JsonNode value, List<FieldFault> faults) {
            if (value == null || value.isNull()) {
                return "";
            }
            if (!value.isString()) {
                faults.add(new FieldFault("reason", "text"));
                return "";
            }
            String reason = value.stringValue().strip();
            if (reason.length() > InvalidRanges.MOST_REASON) {
                faults.add(new FieldFault("reason", "long", String.valueOf(InvalidRanges.MOST_REASON)));
            }
            return reason;
        }
    }
}
