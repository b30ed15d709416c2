package org.opensem.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /api/openapi.json}, and the answer to whatever else under {@code /api} nobody answers: also while the whiteboard's
 * application is not there for a moment.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.API + ")")
@HttpWhiteboardServletPattern("/*")
public final class ApiServlet extends PlainServlet {
    private static final long serialVersionUID = 1L;
    private final String description;

    @Activate
    public ApiServlet(@Reference Guard guard, @Reference Services services) throws IOException {
        super(guard, services);
        try (InputStream in = ApiServlet.class.getResourceAsStream("openapi.json")) {
            description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.equals("/openapi.json")) {
            send(response, "application/json", description);
        } else if (path.equals("/v1") || path.startsWith("/v1/")) {
            throw Problem.unavailable("api");
        } else {
            throw Problem.of(404, "not-found");
        }
    }
}
