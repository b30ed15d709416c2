package org.opensem.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.opensem.rest.internal.Problem.FieldFault;
import org.opensem.settings.Fault;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The groups of settings, whichever there are. A group is read and written as a whole, with every fault at once. */
@Component(service = SettingsResource.class)
@JakartarsResource
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private static final String ORIGIN = "rest";

    private final Services services;

    @Activate
    public SettingsResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    public JsonBody groups() {
        List<String> groups = services.settings().groups();
        return json -> TreeJson.write(json, Map.of("groups", groups));
    }

    @GET
    @Path("{group}")
    public JsonBody read(@PathParam("group") String group) {
        return document(services.settings(), group);
    }

    private static JsonBody document(Settings settings, String group) {
        Map<String, Object> document = settings.read(group).orElseThrow(() -> none(group));
        return json -> TreeJson.write(json, document);
    }

    @PUT
    @Path("{group}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonBody write(@PathParam("group") String group, InputStream body) throws IOException {
        Settings settings = services.settings();
        Map<String, Object> document = TreeJson.read(JsonInput.tree(body));
        return changed(settings, group, none(group), () -> settings.write(group, document, ORIGIN));
    }

    @GET
    @Path("{group}/history")
    public JsonBody history(@PathParam("group") String group, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        query.check();
        Settings settings = services.settings();
        if (!settings.groups().contains(group)) {
            throw none(group);
        }
        List<Revision> revisions = settings.history(group);
        return json -> {
            json.writeStartObject();
            json.writeName("revisions").writeStartArray();
            for (Revision revision : revisions) {
                json.writeStartObject();
                json.writeNumberProperty("number", revision.number());
                json.writeStringProperty("time", Times.text(revision.time().getEpochSecond(), query.zone()));
                json.writeStringProperty("origin", revision.origin());
                json.writeName("document");
                TreeJson.write(json, revision.document());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    @POST
    @Path("{group}/history/{number}/restore")
    public JsonBody restore(@PathParam("group") String group, @PathParam("number") String number) {
        Settings settings = services.settings();
        Problem none = Problem.of(404, "no-revision", group, number);
        if (!number.matches("\\d{1,18}")) {
            throw none;
        }
        return changed(settings, group, none, () -> settings.restore(group, Long.parseLong(number), ORIGIN));
    }

    private static JsonBody changed(Settings settings, String group, Problem none, Supplier<List<Fault>> change) {
        List<Fault> faults;
        try {
            faults = change.get();
        } catch (IllegalArgumentException e) {
            throw none;
        }
        if (!faults.isEmpty()) {
            throw Problem.fields(faults.stream().map(fault -> new FieldFault(fault.field(), "told", fault.message())).toList());
        }
        return document(settings, group);
    }

    private static Problem none(String group) {
        return Problem.of(404, "no-settings", group);
    }
}
