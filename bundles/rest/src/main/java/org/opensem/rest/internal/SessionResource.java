package org.opensem.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;
import org.opensem.access.NewSession;
import org.opensem.access.Owner;
import org.opensem.access.SessionCookie;
import org.opensem.access.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Logging in and out of a browser, or of a program that prefers a session to a token (E6). */
@Component(service = SessionResource.class)
@JakartarsResource
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final AccessServices access;

    @Activate
    public SessionResource(@Reference AccessServices access) {
        this.access = access;
    }

    /** Who the caller is taken for: open to everybody, so that a page can ask whether it is logged in. */
    @GET
    public JsonBody who(@Context HttpServletRequest request) {
        Exposure exposure = access.control().exposure();
        Decision decision = (Decision) request.getAttribute(Decision.ATTRIBUTE);
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("caller", decision.caller().name().toLowerCase(Locale.ROOT));
            json.writeBooleanProperty("passwordSet", exposure.passwordSet());
            json.writeBooleanProperty("passwordAsked", exposure.guarded());
            json.writeEndObject();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response logIn(@Context HttpServletRequest request, InputStream body) throws IOException {
        Map<String, Object> document = TreeJson.read(JsonInput.tree(body));
        if (!(document.get("password") instanceof String password) || password.isEmpty()) {
            throw Problem.field("password", "missing");
        }
        Owner owner = access.owner();
        if (!owner.hasPassword()) {
            throw Problem.of(409, "no-password");
        }
        NewSession session = owner.logIn(password, Visitor.of(AccessServices.request(request)))
                .orElseThrow(() -> Problem.of(401, "wrong-password"));
        JsonBody answer = json -> json.writeStartObject().writeStringProperty("caller", "owner")
                .writeNumberProperty("seconds", session.life().toSeconds()).writeEndObject();
        return Response.ok(answer).header(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request.isSecure())).build();
    }

    @DELETE
    public Response logOut(@Context HttpServletRequest request) {
        SessionCookie.token(AccessServices.request(request)).ifPresent(access.sessions()::logOut);
        return Response.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.none(request.isSecure())).build();
    }
}
