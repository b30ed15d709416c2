package org.opensem.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final String description = new Description().text();

    @Activate
    public ApiServlet(@Reference Guard guard, @Reference Services services) {
        super(guard, services);
    }

    @Override
    protected void admit(HttpServletRequest request) {
        super.admit(request);
        if (path(request).equals("/v1") || path(request).startsWith("/v1/")) {
            throw Problem.unavailable("api");
        }
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path(request).equals("/openapi.json")) {
            throw Problem.of(404, "not-found");
        }
        send(response, "application/json", description);
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "/" : request.getPathInfo();
    }
}
