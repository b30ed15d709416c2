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
import org.opensem.tariff.Comparison;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.core.JsonGenerator;

/** Two periods of a kind, and what one has more than the other (V2). */
@Component(service = CompareResource.class)
@JakartarsResource
@Path("compare")
public final class CompareResource {
    private final Services services;

    @Activate
    public CompareResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody compare(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        PeriodQuery periods = new PeriodQuery(query, PeriodKind.values());
        Optional<ZonedDateTime> date = periods.within("date");
        query.require("with");
        Optional<ZonedDateTime> with = periods.within("with");
        boolean raw = query.flag("raw");
        query.check();
        PricedReport period = services.priced(periods.of(date, services.clock().now()), raw);
        PricedReport comparison = services.priced(periods.of(with, services.clock().now()), raw);
        return json -> {
            json.writeStartObject();
            json.writeName("period");
            new EnergyJson(period, query.zone()).write(json);
            json.writeName("comparison");
            new EnergyJson(comparison, query.zone()).write(json);
            json.writeName("difference");
            difference(json, Comparison.of(period.energy(), period.cost(), comparison.energy(), comparison.cost()));
            json.writeEndObject();
        };
    }

    private static void difference(JsonGenerator json, Comparison comparison) {
        json.writeStartObject();
        number(json, "kWh", comparison.kilowattHours());
        json.writeName("cost").writeStartObject();
        Json.money(json, "absolute", comparison.cost().absolute());
        Json.number(json, "percent", comparison.cost().percent());
        json.writeEndObject();
        number(json, "co2", comparison.co2Kg());
        number(json, "mean", comparison.meanWatts());
        number(json, "min", comparison.minWatts());
        number(json, "max", comparison.maxWatts());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Comparison.Difference difference) {
        json.writeName(name).writeStartObject();
        Json.number(json, "absolute", difference.absolute());
        Json.number(json, "percent", difference.percent());
        json.writeEndObject();
    }
}
