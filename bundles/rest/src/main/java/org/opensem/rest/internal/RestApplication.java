package org.opensem.rest.internal;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsApplicationBase;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * The whiteboard's default application, so that a plug-in's resource without further ado lies beside ours under
 * {@code /api/v1} and gets the same guard, faults and packing.
 */
@Component(service = Application.class)
@JakartarsApplicationBase("/")
@JakartarsName(".default")
public final class RestApplication extends Application {
    private final Set<Object> singletons;

    @Activate
    public RestApplication(@Reference Services services, @Reference Guard guard) {
        singletons = Set.of(
                new RequestFilter(guard, services), new FaultMapper(services), new JsonWriter(), new Gzip());
    }

    @Override
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // No description but our own, and no error page of the servlet container.
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
