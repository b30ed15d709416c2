package org.opensem.web.chart;

import java.util.List;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.State;

/**
 * Groups of bars, one for each part of a period, on a scale from 0 in one unit: two periods side by side (V1), or a single bar
 * that is a stack of its parts (U2). The view writes the legend.
 *
 * @param name accessible name
 * @param unit written once above the scale
 * @param roles the colours' roles: for each bar of a group, from left to right, those of its parts, from bottom to top
 * @param groups from left to right
 * @param labelSteps every how many ordinals a label may stand, finest first; the first for which there is room is taken
 * @param scaleKey while it stays the same the scale only grows, so that nothing jumps
 * @param emptyTop top of the scale while there is no bar
 * @param hint foot of the tooltip of a group that opens, may be empty
 * @param tableHead heads of the table: the group's title, then one for each of its rows
 */
public record GroupChart(String name, String unit, List<List<String>> roles, List<Group> groups, List<Integer> labelSteps,
        String scaleKey, double emptyTop, String hint, List<String> tableHead) implements ChartSpec {

    public GroupChart {
        roles = roles.stream().map(List::copyOf).toList();
        groups = List.copyOf(groups);
        labelSteps = List.copyOf(labelSteps);
        tableHead = List.copyOf(tableHead);
        if (groups.isEmpty() || labelSteps.isEmpty()) {
            throw new IllegalArgumentException("A chart of groups has groups and a step for their labels");
        }
        for (Group group : groups) {
            if (group.bars().size() != roles.size()) {
                throw new IllegalArgumentException("Every group has the same bars: " + group.title());
            }
            for (int i = 0; i < roles.size(); i++) {
                List<Double> values = group.bars().get(i).values();
                if (!values.isEmpty() && values.size() != roles.get(i).size()) {
                    throw new IllegalArgumentException("A bar has a value for each part, or none: " + group.title());
                }
            }
        }
    }

    @Override
    public String kind() {
        return "groups";
    }

    /**
     * The bars of one part of the period. Of two periods one may lack it: a month has 28 to 31 days.
     *
     * @param ordinal its place in the unit, by which labels are thinned out
     * @param label below the axis
     * @param title the tooltip's first line and the table's first cell
     * @param bars one for each entry of the chart's roles
     * @param rows what the tooltip and the table say
     * @param note a remark, for example of a gap; may be empty
     * @param opens whether a click on it does something
     */
    public record Group(int ordinal, String label, String title, List<Bar> bars, List<Row> rows, String note, boolean opens) {
        public Group {
            bars = List.copyOf(bars);
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param values heights of its parts in the chart's unit, from bottom to top; none where nothing is known, which is never 0
     * @param state how far it is known
     */
    public record Bar(List<Double> values, State state) {
        public Bar {
            values = List.copyOf(values);
        }

        /** A bar of one part; null where nothing is known. */
        public static Bar of(Double value, State state) {
            return new Bar(value == null ? List.of() : List.of(value), state);
        }
    }
}
