package org.opensem.rest.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * Servlet contexts of our own: the longest path wins, so these calls are answered wherever the console, or anything else, is
 * mapped.
 */
final class Contexts {
    static final String API = "opensem.api";
    static final String HEALTH = "opensem.health";
    static final String METRICS = "opensem.metrics";

    private Contexts() {}

    /** {@code /api}, apart from the whiteboard's {@code /api/v1}. */
    @Component(service = ServletContextHelper.class)
    @HttpWhiteboardContext(name = API, path = "/api")
    public static final class Api extends ServletContextHelper {}

    /** {@code /health}. */
    @Component(service = ServletContextHelper.class)
    @HttpWhiteboardContext(name = HEALTH, path = "/health")
    public static final class HealthContext extends ServletContextHelper {}

    /** {@code /metrics}. */
    @Component(service = ServletContextHelper.class)
    @HttpWhiteboardContext(name = METRICS, path = "/metrics")
    public static final class MetricsContext extends ServletContextHelper {}
}
