package org.opensem.web.chart;

import java.util.List;
import org.opensem.web.chart.BarChart.Row;

/**
 * Target against actual (H5). The target is dashed and the actual filled, so that they differ without colours too: either two
 * lines over a stretch of time, the actual growing in it, or a bar for each part of a period with its target across it.
 *
 * @param name accessible name
 * @param unit of both, written once above the scale; may be empty
 * @param lines whether they are lines; else bars, of which each is 1 wide
 * @param from left end of the scale below
 * @param to right end of it
 * @param points ascending from left to right
 * @param ticks where labels may stand below
 * @param labelSteps every how many ordinals a label may stand, finest first; the first for which there is room is taken
 * @param scaleKey while it stays the same the scale only grows, so that nothing jumps
 * @param tableHead heads of the table: the point's title, then one for each of its rows
 */
public record TargetChart(String name, String unit, boolean lines, double from, double to, List<Point> points, List<Tick> ticks,
        List<Integer> labelSteps, String scaleKey, List<String> tableHead) implements ChartSpec {

    public TargetChart {
        points = List.copyOf(points);
        ticks = List.copyOf(ticks);
        labelSteps = List.copyOf(labelSteps);
        tableHead = List.copyOf(tableHead);
        if (!(from < to) || labelSteps.isEmpty()) {
            throw new IllegalArgumentException("A target chart has a scale that ends after its start, and a step for its labels");
        }
    }

    @Override
    public String kind() {
        return "target";
    }

    /**
     * A point of both lines, or a bar.
     *
     * @param at its place on the scale below; a bar's middle
     * @param title the tooltip's first line and the table's first cell
     * @param target may be negative; null where there is none
     * @param actual may be negative; null where nothing is known yet, which is never 0
     * @param running whether it is as of now: a bar is paler, a line ends in a dot
     * @param rows what the tooltip and the table say
     * @param note a remark; may be empty
     */
    public record Point(double at, String title, Double target, Double actual, boolean running, List<Row> rows, String note) {
        public Point {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A label below.
     *
     * @param ordinal by which labels are thinned out
     */
    public record Tick(double at, int ordinal, String label) {}
}
