package org.opensem.tariff.internal;

import java.math.BigDecimal;

/**
 * Prices that hold from a consumption on.
 *
 * @param fromKwh last year's consumption from which on it applies, inclusive
 * @param basePrice per month or year
 * @param highPrice per kWh
 * @param lowPrice per kWh; null where there is one rate only
 */
record Tier(BigDecimal fromKwh, BigDecimal basePrice, BigDecimal highPrice, BigDecimal lowPrice) {}
