package org.opensem.language;

/** The unit that powers are shown in. */
public enum PowerUnit {
    WATT("W"),
    KILOWATT("kW");

    private final String symbol;

    PowerUnit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
