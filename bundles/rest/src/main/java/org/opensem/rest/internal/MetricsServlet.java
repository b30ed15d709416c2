package org.opensem.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /metrics} for Prometheus. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.METRICS + ")")
@HttpWhiteboardServletPattern("/*")
public final class MetricsServlet extends PlainServlet {
    private static final long serialVersionUID = 1L;
    private final transient Metrics metrics;

    @Activate
    public MetricsServlet(@Reference Services services, @Reference Guard guard, @Reference LiveStream stream,
            BundleContext context) {
        super(guard, services);
        metrics = new Metrics(services, stream, new ImportedEnergy(), context);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            throw Problem.of(404, "not-found");
        }
        send(response, PrometheusText.MEDIA_TYPE, metrics.text());
    }
}
