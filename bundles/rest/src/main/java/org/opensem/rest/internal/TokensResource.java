package org.opensem.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opensem.access.Tokens;
import org.opensem.access.Tokens.Made;
import org.opensem.access.Tokens.Right;
import org.opensem.access.Tokens.Token;
import org.opensem.rest.internal.Problem.FieldFault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.core.JsonGenerator;

/** Tokens of programs: only the owner gets here, see bundles/access/core. */
@Component(service = TokensResource.class)
@JakartarsResource
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private final Services services;
    private final AccessServices access;

    @Activate
    public TokensResource(@Reference Services services, @Reference AccessServices access) {
        this.services = services;
        this.access = access;
    }

    @GET
    public JsonBody list() {
        List<Token> tokens = access.tokens().list();
        ZoneId zone = services.clock().zone();
        return json -> {
            json.writeStartObject();
            json.writeName("tokens").writeStartArray();
            tokens.forEach(token -> {
                json.writeStartObject();
                members(json, token, zone);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    private static void members(JsonGenerator json, Token token, ZoneId zone) {
        json.writeStringProperty("id", token.id());
        json.writeStringProperty("name", token.name());
        json.writeStringProperty("right", token.right().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("since", text(token.since(), zone));
        json.writeStringProperty("lastUse", token.lastUse().map(time -> text(time, zone)).orElse(null));
    }

    private static String text(Instant time, ZoneId zone) {
        return Times.text(time.getEpochSecond(), zone);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(InputStream body) throws IOException {
        Map<String, Object> document = TreeJson.read(JsonInput.tree(body));
        Tokens tokens = access.tokens();
        ZoneId zone = services.clock().zone();
        Object right = document.getOrDefault("right", "read");
        Optional<Right> wanted = right(right);
        if (wanted.isEmpty()) {
            throw Problem.field("right", "choice", String.valueOf(right), "read, write");
        }
        Made made = tokens.make(document.get("name") instanceof String name ? name : "", wanted.get());
        if (made.token().isEmpty()) {
            List<FieldFault> faults = new ArrayList<>();
            made.faults().forEach(fault -> faults.add(new FieldFault(fault.field(), "told", fault.message())));
            throw Problem.fields(faults);
        }
        JsonBody answer = json -> {
            json.writeStartObject();
            members(json, made.token().get(), zone);
            json.writeStringProperty("token", made.secret());
            json.writeEndObject();
        };
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private static Optional<Right> right(Object text) {
        return "read".equals(text) ? Optional.of(Right.READ) : "write".equals(text) ? Optional.of(Right.WRITE) : Optional.empty();
    }

    @DELETE
    @Path("{id}")
    public Response withdraw(@PathParam("id") String id) {
        if (!access.tokens().withdraw(id)) {
            throw Problem.of(404, "no-token", id);
        }
        return Response.noContent().build();
    }
}
