package org.opensem.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The energies of calendar periods. */
@Component(service = EnergyResource.class)
@JakartarsResource
@Path("energy")
public final class EnergyResource {
    private static final List<String> KINDS =
            Arrays.stream(PeriodKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

    private final Services services;

    @Activate
    public EnergyResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody energy(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        query.require("period");
        Optional<PeriodKind> kind = query.choice("period", KINDS).map(name -> PeriodKind.valueOf(name.toUpperCase(Locale.ROOT)));
        boolean raw = query.flag("raw");
        ZoneId zone = query.zone();
        Optional<ZonedDateTime> day = Optional.empty();
        if (kind.filter(PeriodKind.HOUR::equals).isPresent()) {
            day = query.time("date").map(time -> time.atZone(zone));
        } else if (kind.isPresent()) {
            day = query.date("date").map(date -> date.atStartOfDay(zone));
        }
        query.check();
        ZonedDateTime within = day.orElseGet(() -> services.clock().now().atZone(zone));
        EnergyReport report = Corrected.of(services, raw).energy(services.energy()).energy(Period.of(kind.orElseThrow(), within));
        return new EnergyJson(report, zone)::write;
    }
}
