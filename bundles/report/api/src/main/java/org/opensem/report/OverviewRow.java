package org.opensem.report;

/**
 * A row of the overview. Base load, switched load and base price add up exactly to the total; so do the categories, what is not
 * assigned, and the base price.
 */
public enum OverviewRow {
    /** Everything that was taken from the grid. */
    TOTAL,
    /** The stretch's share of the instalments; its energy at the price of its months (H6). */
    BUDGET,
    /** The part below the base load (D1). */
    BASE,
    /** The part above the base load. */
    SWITCHED,
    /** The base price's share: an amount of money, without energy. */
    BASE_PRICE,
    HEAT,
    COLD,
    WASHING,
    MEDIA_AND_LIGHT,
    /** What no pattern accounts for. */
    NOT_ASSIGNED
}
