package org.opensem.web.chart;

import java.time.ZoneId;
import java.util.List;

/**
 * The last 30 minutes of total active power in a few pixels. It fetches them from REST itself and then follows
 * {@link Chart#append}.
 *
 * @param name accessible name
 * @param zone for the times in its table
 * @param now epoch second in which it ends at first
 * @param tableHead heads of the table: time, power
 */
public record SparkChart(String name, String zone, long now, List<String> tableHead) implements ChartSpec {

    public SparkChart {
        tableHead = List.copyOf(tableHead);
    }

    public SparkChart(String name, ZoneId zone, long now, List<String> tableHead) {
        this(name, zone.getId(), now, tableHead);
    }

    @Override
    public String kind() {
        return "spark";
    }
}
