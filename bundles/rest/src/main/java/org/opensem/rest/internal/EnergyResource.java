package org.opensem.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.aggregation.PeriodKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The energies and costs of calendar periods. */
@Component(service = EnergyResource.class)
@JakartarsResource
@Path("energy")
public final class EnergyResource {
    private final Services services;

    @Activate
    public EnergyResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody energy(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        PeriodQuery periods = new PeriodQuery(query, PeriodKind.values());
        Optional<ZonedDateTime> date = periods.within("date");
        boolean raw = query.flag("raw");
        query.check();
        PricedReport report = services.priced(periods.of(date, services.clock().now()), raw);
        return new EnergyJson(report, query.zone())::write;
    }
}
