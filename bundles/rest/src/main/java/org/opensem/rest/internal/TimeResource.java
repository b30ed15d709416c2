package org.opensem.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.rest.internal.Problem.FieldFault;
import org.opensem.time.TimeSetting;
import org.opensem.time.TimeSetting.Outcome;
import org.opensem.time.TimeSetting.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.databind.JsonNode;

/** Setting the clock by hand (E1); how it does is in {@code status}, how it is to be set in {@code settings/time}. */
@Component(service = TimeResource.class)
@JakartarsResource
@Path("time")
public final class TimeResource {
    private final Services services;

    @Activate
    public TimeResource(@Reference Services services) {
        this.services = services;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody set(@Context UriInfo uri, InputStream body) throws IOException {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        query.check();
        TimeSetting setting = services.timeSetting();
        Outcome outcome = set(setting, read(body), query.zone());
        if (outcome == Outcome.FOLLOWS_SAMPLES) {
            throw Problem.of(409, "clock-follows");
        }
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
            StatusResource.clock(json, services.clock(), query.zone());
            json.writeEndObject();
        };
    }

    private static JsonNode read(InputStream in) throws IOException {
        JsonNode tree = JsonInput.tree(in);
        if (!tree.isObject()) {
            throw Problem.of(400, "no-clock-time");
        }
        return tree;
    }

    private static Outcome set(TimeSetting setting, JsonNode tree, ZoneId zone) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<Instant> time = time(tree.get("utc"), zone, faults);
        Person person = person(tree.get("source"), faults);
        if (!faults.isEmpty()) {
            throw Problem.fields(faults);
        }
        try {
            return setting.set(time.orElseThrow(), person);
        } catch (IllegalArgumentException e) {
            throw Problem.field("utc", "clock-time");
        }
    }

    private static Optional<Instant> time(JsonNode value, ZoneId zone, List<FieldFault> faults) {
        if (value == null || value.isNull()) {
            faults.add(new FieldFault("utc", "missing"));
            return Optional.empty();
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        try {
            Optional<Instant> time = Times.instant(text, zone);
            if (time.isEmpty()) {
                faults.add(new FieldFault("utc", "ambiguous", text, zone.getId()));
            }
            return time;
        } catch (DateTimeException e) {
            faults.add(new FieldFault("utc", "time", text));
            return Optional.empty();
        }
    }

    private static Person person(JsonNode value, List<FieldFault> faults) {
        String text = value == null || value.isNull() ? "manual" : value.isString() ? value.stringValue() : value.toString();
        return switch (text) {
            case "manual" -> Person.MANUAL;
            case "browser" -> Person.BROWSER;
            default -> {
                faults.add(new FieldFault("source", "choice", text, "manual, browser"));
                yield Person.MANUAL;
            }
        };
    }
}
