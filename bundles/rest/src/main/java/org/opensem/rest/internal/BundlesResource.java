package org.opensem.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Which bundles there are and how they do. */
@Component(service = BundlesResource.class)
@JakartarsResource
@Path("bundles")
public final class BundlesResource {
    private final BundleContext context;

    @Activate
    public BundlesResource(BundleContext context) {
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody bundles() {
        return Bundles.list(context);
    }
}
