package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.settings.Settings;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;

/** {@code sem:tariff}. */
@Service
@Command(scope = "sem", name = "tariff",
        description = "Shows the price that holds now and the tariff's versions; * marks the version and the tier in force.")
public final class TariffCommand extends SemCommand {
    private static final String GROUP = "tariff";
    /** How far ahead the next change of the price is looked for. */
    private static final int DAYS_AHEAD = 8;
    private static final int PLACES = 6;

    @Reference(optional = true)
    Tariff tariff;

    @Reference(optional = true)
    Settings settings;

    @Override
    public Object execute() throws CommandException {
        Tariff prices = need(tariff, GROUP);
        ZonedDateTime now = clock().now().atZone(clock().zone());
        if (prices.revision().currency() == null) {
            out().println("There is no tariff yet: give one in the console's settings, or with PUT /api/v1/settings/tariff");
            return null;
        }
        String currency = prices.revision().currency().getCurrencyCode();
        out().println("now: " + price(prices, now, currency));
        prices.terms(now.toLocalDate()).ifPresent(terms -> out().println("today: " + terms(terms, currency)));
        Map<String, Object> document = settings == null ? Map.of() : settings.read(GROUP).orElse(Map.of());
        List<Map<?, ?>> versions = parts(document, "versions");
        if (!versions.isEmpty()) {
            out().println("last year " + text(document, "lastYearKwh") + " kWh, billing year from "
                    + text(document, "billingYearStart"));
            print(versions, number(document.get("lastYearKwh")), now.toLocalDate());
            versions.forEach(this::windows);
        }
        return null;
    }

    private static String price(Tariff prices, ZonedDateTime now, String currency) {
        long second = now.toEpochSecond();
        long limit = now.plusDays(DAYS_AHEAD).toEpochSecond();
        List<Rate> rates = prices.rates(second, limit);
        if (rates.isEmpty() || rates.getFirst().from() > second) {
            return "no price is known";
        }
        Rate rate = rates.getFirst();
        String co2 = rate.co2GramsPerKwh() == null ? "" : ", CO2 " + rate.co2GramsPerKwh().toPlainString() + " g/kWh";
        String until = rate.to() == limit ? "" : " until " + Show.time(rate.to(), now.getZone());
        String kind = rate.kind().name().toLowerCase(Locale.ROOT) + " rate";
        return rate.pricePerKwh().toPlainString() + " " + currency + "/kWh, " + kind + until + co2;
    }

    private static String terms(DayTerms terms, String currency) {
        BigDecimal day = terms.basePrice().setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        BigDecimal instalment = terms.instalment();
        return "base price " + day.toPlainString() + " " + currency + (instalment == null
                ? ", no instalment" : ", instalment " + instalment.toPlainString() + " " + currency + " a month");
    }

    private void print(List<Map<?, ?>> versions, Optional<BigDecimal> lastYear, LocalDate today) {
        ShellTable table = new ShellTable();
        table.column("From");
        table.column("Instalment").alignRight();
        table.column("Tier from kWh").alignRight();
        table.column("Base price").alignRight();
        table.column("Per");
        table.column("High").alignRight();
        table.column("Low").alignRight();
        table.column("CO2 g/kWh").alignRight();
        table.column("");
        Map<?, ?> current = last(versions, version -> !LocalDate.parse(text(version, "validFrom")).isAfter(today));
        for (Map<?, ?> version : versions) {
            List<Map<?, ?>> tiers = parts(version, "tiers");
            Map<?, ?> chosen = last(tiers, tier -> number(tier.get("fromKwh")).orElse(BigDecimal.ZERO)
                    .compareTo(lastYear.orElse(BigDecimal.ZERO)) <= 0);
            for (Map<?, ?> tier : tiers) {
                table.addRow().addContent(text(version, "validFrom"), text(version, "instalment"), text(tier, "fromKwh"),
                        text(tier, "basePrice"), text(version, "basePricePer"), text(tier, "highPrice"), text(tier, "lowPrice"),
                        text(version, "co2GramsPerKwh"), version == current && tier == chosen ? "*" : "");
            }
        }
        table.print(out());
    }

    private static Map<?, ?> last(List<Map<?, ?>> parts, Predicate<Map<?, ?>> condition) {
        return parts.stream().filter(condition).reduce((before, after) -> after).orElse(null);
    }

    private void windows(Map<?, ?> version) {
        List<Map<?, ?>> windows = parts(version, "lowRateWindows");
        if (!windows.isEmpty()) {
            out().println("low rate from " + text(version, "validFrom") + ": "
                    + windows.stream().map(TariffCommand::window).collect(Collectors.joining("; ")));
        }
    }

    private static String window(Map<?, ?> window) {
        return text(window, "days").replaceAll("[\\[\\],]", "") + " " + text(window, "from") + "-" + text(window, "to");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> parts(Map<?, ?> document, String name) {
        return document.get(name) instanceof List<?> list ? (List<Map<?, ?>>) list : List.of();
    }

    private static String text(Map<?, ?> document, String name) {
        Object value = document.get(name);
        return value == null ? Show.NOTHING : value.toString();
    }

    private static Optional<BigDecimal> number(Object value) {
        return value == null ? Optional.empty() : Optional.of(new BigDecimal(value.toString()));
    }
}
