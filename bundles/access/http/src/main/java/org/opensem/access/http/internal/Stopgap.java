package org.opensem.access.http.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers at REST's addresses while REST is away, in contexts that come after its own: otherwise the console would, with a page
 * and 200, also to somebody who asks how openSEM does.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Stopgap.PREFIX + "*)")
@HttpWhiteboardServletPattern("/*")
public final class Stopgap extends HttpServlet {
    static final String PREFIX = "opensem.stopgap.";

    private static final long serialVersionUID = 1L;
    private static final String LAST = "service.ranking:Integer=-1000";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.refuse(request, response, Refused.INTERFACE, "");
    }

    /** {@code /api}. */
    @Component(service = ServletContextHelper.class, property = LAST)
    @HttpWhiteboardContext(name = PREFIX + "api", path = "/api")
    public static final class Api extends ServletContextHelper {}

    /** {@code /health}. */
    @Component(service = ServletContextHelper.class, property = LAST)
    @HttpWhiteboardContext(name = PREFIX + "health", path = "/health")
    public static final class Health extends ServletContextHelper {}

    /** {@code /metrics}. */
    @Component(service = ServletContextHelper.class, property = LAST)
    @HttpWhiteboardContext(name = PREFIX + "metrics", path = "/metrics")
    public static final class Metrics extends ServletContextHelper {}
}
