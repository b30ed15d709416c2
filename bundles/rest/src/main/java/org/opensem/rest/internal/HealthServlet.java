package org.opensem.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.health.Health;
import org.opensem.health.HealthReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /health}: 200 while openSEM does its job, at least in part, else 503. Answers everybody, details those who are known.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.HEALTH + ")")
@HttpWhiteboardServletPattern("/*")
public final class HealthServlet extends PlainServlet {
    private static final long serialVersionUID = 1L;
    private final transient Services services;

    @Activate
    public HealthServlet(@Reference Services services, @Reference Guard guard) {
        super(guard, services);
        this.services = services;
    }

    @Override
    protected void admit(HttpServletRequest request) {
        // Everybody: the answer to strangers is one word.
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            throw Problem.of(404, "not-found");
        }
        HealthReport report = services.health;
        HealthReport.Summary summary = report == null
                ? new HealthReport.Summary(Health.Level.DOWN, List.of(new HealthReport.Entry(
                        "health", Health.down("The bundle org.opensem.health is being updated or does not run."))))
                : report.report();
        boolean details = request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision && decision.isAdmitted()
                && decision.caller() != Caller.ANYBODY;
        response.setStatus(summary.level() == Health.Level.DOWN
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_OK);
        send(response, "application/json", Json.string(json -> {
            json.writeStartObject();
            json.writeStringProperty("status", word(summary.level()));
            if (details) {
                json.writeName("checks").writeStartArray();
                for (HealthReport.Entry entry : summary.entries()) {
                    json.writeStartObject();
                    json.writeStringProperty("name", entry.name());
                    json.writeStringProperty("status", word(entry.health().level()));
                    json.writeStringProperty("text", entry.health().text());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }));
    }

    private static String word(Health.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
