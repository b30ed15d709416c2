package org.opensem.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.core.JsonGenerator;

/** What the instalments pay for and what is left of them (H5, H6). */
@Component(service = BudgetResource.class)
@JakartarsResource
@Path("budget")
public final class BudgetResource {
    private final Services services;

    @Activate
    public BudgetResource(@Reference Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody budget(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        PeriodQuery periods = new PeriodQuery(query, PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR);
        Optional<ZonedDateTime> date = periods.within("date");
        query.check();
        ZonedDateTime within = date.orElseGet(() -> services.clock().now().atZone(query.zone()));
        Budget budget = services.budgets().budget(periods.of(Optional.of(within), services.clock().now())).orElseThrow(() ->
                Problem.of(404, services.tariff().revision().currency() == null ? "no-tariff" : "no-instalment"));
        return json -> write(json, budget, within.toLocalDate(), query.zone());
    }

    private static void write(JsonGenerator json, Budget budget, LocalDate date, ZoneId zone) {
        Budget.Prepaid now = budget.now();
        json.writeStartObject();
        json.writeStringProperty("period", PeriodQuery.name(budget.period().kind()));
        json.writeStringProperty("date", date.toString());
        json.writeStringProperty("currency", budget.currency().getCurrencyCode());
        Json.money(json, "instalment", now == null ? null : now.instalment());
        Json.number(json, "prepaidPower", now == null ? null : now.watts());
        Json.money(json, "pricePerKwh", now == null ? null : now.pricePerKwh());
        amount(json, "remaining", budget.remaining());
        amount(json, "consumed", budget.consumed());
        json.writeName("series").writeStartArray();
        for (Budget.Point point : budget.series()) {
            json.writeStartObject();
            json.writeStringProperty("end", Times.text(point.end().toEpochSecond(), zone));
            Json.money(json, "target", point.target());
            Json.money(json, "actual", point.actual());
            Json.money(json, "difference", point.difference());
            json.writeEndObject();
        }
        json.writeEndArray();
        projection(json, budget.projection());
        json.writeEndObject();
    }

    private static void amount(JsonGenerator json, String name, Budget.Amount amount) {
        json.writeName(name).writeStartObject();
        Json.money(json, "amount", amount.money());
        Json.number(json, "kWh", amount.kilowattHours());
        json.writeEndObject();
    }

    private static void projection(JsonGenerator json, Budget.Projection projection) {
        if (projection == null) {
            json.writeNullProperty("projection");
            return;
        }
        json.writeName("projection").writeStartObject();
        Json.money(json, "monthEnd", projection.monthEnd());
        Json.money(json, "billingYearEnd", projection.billingYearEnd());
        Json.money(json, "refund", projection.refund());
        json.writeBooleanProperty("partial", projection.partial());
        json.writeEndObject();
    }
}
