package org.opensem.report;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Objects;

/**
 * A figure of a report. A format decides how it looks.
 *
 * @param kind what it is, and so its unit
 * @param number null where it is not known, which is never 0 (T4), and for a time
 * @param currency of money, ISO 4217; else null
 * @param time of {@link Kind#TIME}; null where it is not known
 */
public record Cell(Kind kind, BigDecimal number, Currency currency, ZonedDateTime time) {

    /** What a figure is. A later version may have more: write an unknown one as a plain number. */
    public enum Kind {
        MONEY,
        /** kWh. */
        ENERGY,
        /** kg. */
        CO2,
        /** W. */
        POWER,
        /** 0…1. */
        SHARE,
        COUNT,
        /** An instant in the zone of the report. */
        TIME
    }

    public Cell {
        Objects.requireNonNull(kind);
        if ((kind == Kind.MONEY) != (currency != null)) {
            throw new IllegalArgumentException("Money, and nothing else, has a currency");
        }
    }

    /** @param amount may be null */
    public static Cell money(BigDecimal amount, Currency currency) {
        return new Cell(Kind.MONEY, amount, currency, null);
    }

    /** @param number may be null; kWh, kg, W, 0…1 or a count, as the kind says */
    public static Cell of(Kind kind, BigDecimal number) {
        return new Cell(kind, number, null, null);
    }

    /** @param time may be null */
    public static Cell time(ZonedDateTime time) {
        return new Cell(Kind.TIME, null, null, time);
    }

    public boolean known() {
        return number != null || time != null;
    }

    /** The unit for machines: an ISO 4217 code, {@code kWh}, {@code kg}, {@code W}, {@code 1} for a share, a count or a time. */
    public String unit() {
        return switch (kind) {
            case MONEY -> currency.getCurrencyCode();
            case ENERGY -> "kWh";
            case CO2 -> "kg";
            case POWER -> "W";
            default -> "1";
        };
    }
}
