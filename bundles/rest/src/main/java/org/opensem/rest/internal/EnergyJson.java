package org.opensem.rest.internal;

import java.time.ZoneId;
import java.util.List;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import tools.jackson.core.JsonGenerator;

/**
 * A period's energies and costs. Money and CO2 are {@code null} until there is a tariff; without a pattern nothing is in a
 * category.
 */
final class EnergyJson {
    private static final List<String> CATEGORIES = List.of("heat", "cold", "washing", "mediaAndLight");

    private final PricedReport priced;
    private final EnergyReport report;
    private final ZoneId zone;

    EnergyJson(PricedReport priced, ZoneId zone) {
        this.priced = priced;
        this.report = priced.energy();
        this.zone = zone;
    }

    void write(JsonGenerator json) {
        List<EnergyParts> parts =
                EnergyParts.of(report.buckets().stream().map(bucket -> bucket.figures().energy()).toList());
        json.writeStartObject();
        json.writeStringProperty("period", PeriodQuery.name(report.period().kind()));
        span(json, report.period().span());
        json.writeStringProperty("zone", zone.getId());
        json.writeStringProperty("currency", priced.cost() == null ? null : priced.cost().currency().getCurrencyCode());
        json.writeName("buckets").writeStartArray();
        EnergyParts totals = null;
        for (int i = 0; i < parts.size(); i++) {
            EnergyReport.Bucket bucket = report.buckets().get(i);
            boolean covered = bucket.figures().coveredSeconds() > 0;
            json.writeStartObject();
            span(json, bucket.span());
            Json.coverage(json, bucket.coverage());
            figures(json, covered ? parts.get(i) : null);
            cost(json, priced.bucket(i));
            json.writeEndObject();
            if (covered) {
                totals = totals == null ? parts.get(i) : totals.plus(parts.get(i));
            }
        }
        json.writeEndArray();
        json.writeName("totals").writeStartObject();
        Json.coverage(json, report.coverage());
        figures(json, totals);
        cost(json, priced.totals());
        if (priced.cost() != null) {
            json.writeBooleanProperty("costPartial", priced.cost().partial());
        }
        power(json, report.totals());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void span(JsonGenerator json, Span span) {
        json.writeStringProperty("start", Times.text(span.startSecond(), zone));
        json.writeStringProperty("end", Times.text(span.endSecond(), zone));
    }

    private static void figures(JsonGenerator json, EnergyParts parts) {
        if (parts == null) {
            json.writeNullProperty("kWh");
        } else {
            json.writeName("kWh").writeStartObject();
            kilowattHours(json, "total", parts.total());
            for (int phase = 0; phase < 3; phase++) {
                if (parts.phases() == null) {
                    json.writeNullProperty("l" + (phase + 1));
                } else {
                    kilowattHours(json, "l" + (phase + 1), parts.phases()[phase]);
                }
            }
            kilowattHours(json, "base", parts.base());
            kilowattHours(json, "switched", parts.switched());
            kilowattHours(json, "export", parts.export());
            json.writeName("categories").writeStartObject();
            CATEGORIES.forEach(category -> kilowattHours(json, category, 0));
            kilowattHours(json, "notAssigned", parts.total());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void cost(JsonGenerator json, Cost cost) {
        Json.money(json, "cost", cost.total());
        if (cost.known()) {
            json.writeName("costLines").writeStartObject();
            Json.money(json, "high", cost.lines().high());
            Json.money(json, "low", cost.lines().low());
            Json.money(json, "basePrice", cost.lines().basePrice());
            json.writeEndObject();
        } else {
            json.writeNullProperty("costLines");
        }
        Json.number(json, "co2", cost.co2Kg());
    }

    private static void kilowattHours(JsonGenerator json, String name, long millionths) {
        json.writeNumberProperty(name, millionths / 1e6);
    }

    private void power(JsonGenerator json, Figures figures) {
        json.writeName("power").writeStartObject();
        extreme(json, "min", figures.min());
        if (figures.coveredSeconds() == 0) {
            json.writeNullProperty("mean");
        } else {
            Json.mean(json, "mean", figures.meanWatts());
        }
        extreme(json, "max", figures.max());
        json.writeEndObject();
    }

    private void extreme(JsonGenerator json, String name, Extreme extreme) {
        if (extreme == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeName(name).writeStartObject();
        Json.watts(json, "value", extreme.milliwatts());
        json.writeStringProperty("time", Times.text(extreme.epochSecond(), zone));
        json.writeEndObject();
    }
}
