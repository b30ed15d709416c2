package org.opensem.rest.internal;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.opensem.aggregation.Gaps.Gap;
import org.opensem.report.Amounts;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.OverviewRow;
import tools.jackson.core.JsonGenerator;

/** The overview as JSON: each column in kWh, money and kg of CO2. */
final class OverviewJson implements JsonBody {
    private static final Map<Overview.ColumnKind, String> COLUMNS = Map.of(Overview.ColumnKind.DAY, "day",
            Overview.ColumnKind.DAY_BEFORE, "dayBefore", Overview.ColumnKind.WEEK, "week", Overview.ColumnKind.MONTH, "month",
            Overview.ColumnKind.YEAR, "year");

    private final Overview overview;
    private final ZoneId zone;

    OverviewJson(Overview overview, ZoneId zone) {
        this.overview = overview;
        this.zone = zone;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("date", overview.day().toString());
        json.writeStringProperty("asOf", Times.text(overview.asOf().toEpochSecond(), zone));
        json.writeStringProperty("zone", zone.getId());
        json.writeStringProperty("currency", overview.pricing().known() ? overview.pricing().currency().getCurrencyCode() : null);
        json.writeBooleanProperty("patterns", overview.patterns());
        number(json, "factor", overview.factor());
        json.writeName("gaps").writeStartArray();
        overview.gaps().forEach(gap -> gap(json, gap));
        json.writeEndArray();
        json.writeName("columns").writeStartArray();
        overview.columns().forEach(column -> column(json, column));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void gap(JsonGenerator json, Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("from", Times.text(gap.from(), zone));
        json.writeStringProperty("to", Times.text(gap.to(), zone));
        json.writeNumberProperty("seconds", gap.seconds());
        json.writeEndObject();
    }

    private void column(JsonGenerator json, Column column) {
        json.writeStartObject();
        json.writeStringProperty("id", COLUMNS.get(column.kind()));
        json.writeStringProperty("period", column.period().kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("start", Times.text(column.stretch().span().startSecond(), zone));
        json.writeStringProperty("end", Times.text(column.stretch().span().endSecond(), zone));
        Json.coverage(json, column.stretch().coverage());
        json.writeNumberProperty("missingSeconds", column.stretch().missingSeconds());
        json.writeBooleanProperty("running", column.stretch().running());
        json.writeBooleanProperty("partlyPriced", column.partlyPriced());
        rows(json, "kWh", column, Amounts::kilowattHours, OverviewJson::number);
        rows(json, "cost", column, Amounts::cost, OverviewJson::money);
        rows(json, "co2", column, Amounts::co2Kilograms, OverviewJson::number);
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Writer {
        void write(JsonGenerator json, String name, BigDecimal value);
    }

    private static void rows(JsonGenerator json, String name, Column column, Function<Amounts, BigDecimal> unit, Writer writer) {
        json.writeName(name).writeStartObject();
        writer.write(json, "total", unit.apply(column.amounts(OverviewRow.TOTAL)));
        writer.write(json, "budget", unit.apply(column.amounts(OverviewRow.BUDGET)));
        writer.write(json, "base", unit.apply(column.amounts(OverviewRow.BASE)));
        writer.write(json, "switched", unit.apply(column.amounts(OverviewRow.SWITCHED)));
        if (name.equals("cost")) {
            writer.write(json, "basePrice", unit.apply(column.amounts(OverviewRow.BASE_PRICE)));
        }
        json.writeName("categories").writeStartObject();
        writer.write(json, "heat", unit.apply(column.amounts(OverviewRow.HEAT)));
        writer.write(json, "cold", unit.apply(column.amounts(OverviewRow.COLD)));
        writer.write(json, "washing", unit.apply(column.amounts(OverviewRow.WASHING)));
        writer.write(json, "mediaAndLight", unit.apply(column.amounts(OverviewRow.MEDIA_AND_LIGHT)));
        writer.write(json, "notAssigned", unit.apply(column.amounts(OverviewRow.NOT_ASSIGNED)));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.doubleValue());
        }
    }

    private static void money(JsonGenerator json, String name, BigDecimal value) {
        json.writeStringProperty(name, value == null ? null : value.setScale(6).toPlainString());
    }
}
