package org.opensem.web.chart;

/** What a {@link Chart} shows. Texts in it are ready for people: formatted and in the user's language. */
public sealed interface ChartSpec permits BarChart, GroupChart, RingChart, SparkChart, PowerCurve, TargetChart {

    /** The chart's accessible name, also the caption of its table. */
    String name();

    /** Which drawing of the chart's script shows it. */
    String kind();
}
