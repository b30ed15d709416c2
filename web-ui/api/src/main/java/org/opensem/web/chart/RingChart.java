package org.opensem.web.chart;

import java.util.List;

/**
 * A ring of the parts of a total. The view writes the legend with the amounts beside it.
 *
 * @param name accessible name
 * @param title in the ring's middle, one word
 * @param parts clockwise from the top; none, or only zeros, is an empty ring
 * @param tableHead heads of the table: part, amount, share
 */
public record RingChart(String name, String title, List<Part> parts, List<String> tableHead) implements ChartSpec {

    public RingChart {
        parts = List.copyOf(parts);
        tableHead = List.copyOf(tableHead);
    }

    @Override
    public String kind() {
        return "ring";
    }

    /**
     * @param role the colour's role, for example {@code base}
     * @param name of the part
     * @param value 0 or more, in any unit
     * @param text the amount with its unit
     * @param share of the total, with its sign
     */
    public record Part(String role, String name, double value, String text, String share) {
        public Part {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("A part of a total is not negative: " + name);
            }
        }
    }
}
