package org.opensem.web.chart;

import java.util.List;

/**
 * Bars of the parts of a period, on a scale from 0 in one unit.
 *
 * @param name accessible name
 * @param unit written once above the scale
 * @param bars from left to right
 * @param shades stretches with a tinted ground and a text
 * @param labelSteps every how many ordinals a label may stand, finest first; the first for which there is room is taken
 * @param scaleKey while it stays the same the scale only grows, so that nothing jumps
 * @param emptyTop top of the scale while there is no bar; a twentieth of it is its top at least, however low the bars are
 * @param runningText stands above the running bar where there is room
 * @param hint foot of the tooltip of a bar that opens, may be empty
 * @param tableHead heads of the table: the bar's title, then one for each of its rows
 */
public record BarChart(String name, String unit, List<Bar> bars, List<Shade> shades, List<Integer> labelSteps, String scaleKey,
        double emptyTop, String runningText, String hint, List<String> tableHead) implements ChartSpec {

    public BarChart {
        bars = List.copyOf(bars);
        shades = List.copyOf(shades);
        labelSteps = List.copyOf(labelSteps);
        tableHead = List.copyOf(tableHead);
        if (bars.isEmpty() || labelSteps.isEmpty()) {
            throw new IllegalArgumentException("A bar chart has bars and a step for their labels");
        }
    }

    @Override
    public String kind() {
        return "bars";
    }

    /** Whether a click on any bar does something. */
    public boolean opens() {
        return bars.stream().anyMatch(Bar::opens);
    }

    /** How far a bar is known. */
    public enum State {
        /** Over and fully measured. */
        FULL,
        /** Over, and a part of it, or all of it, was not measured: a hatched cap. */
        GAP,
        /** Now: paler. */
        RUNNING,
        /** Nothing to show: yet to come, or before the first measurement. */
        EMPTY
    }

    /**
     * @param ordinal its place in the unit, by which labels are thinned out: an hour's 0…23, twice the same in autumn
     * @param label below the axis
     * @param title the tooltip's first line and the table's first cell
     * @param value height in the chart's unit; null where nothing is known, which is never 0
     * @param state see {@link State}
     * @param rows what the tooltip and the table say
     * @param note a remark, for example of a gap; may be empty
     * @param opens whether a click on it does something
     */
    public record Bar(int ordinal, String label, String title, Double value, State state, List<Row> rows, String note,
            boolean opens) {
        public Bar {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line of a tooltip.
     *
     * @param role the colour's role for a swatch, for example {@code l1}; empty for none
     */
    public record Row(String role, String name, String text) {}

    /**
     * A tinted ground.
     *
     * @param from index of the first bar
     * @param to index of the last bar, inclusive
     * @param first whether it lies before the first measurement
     */
    public record Shade(int from, int to, String text, boolean first) {}
}
