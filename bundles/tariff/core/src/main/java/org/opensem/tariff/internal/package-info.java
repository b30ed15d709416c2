/**
 * openSEM's own tariff, and what energy costs by whatever tariff is in force. {@code ContractReader} reads the settings into a
 * {@code Contract}, {@code ContractTariff} answers with its prices, {@code Pricing} multiplies, {@code Rounding} makes the parts
 * add up, {@code BudgetComponent} compares with the instalments. Nothing is stored: after a change of the tariff the next answer
 * has the new prices.
 */
package org.opensem.tariff.internal;
