package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.settings.Fields;

/** The document of a contract: money as text with the places that were given, other figures as numbers. */
final class ContractDocument {
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private ContractDocument() {}

    static Map<String, Object> of(Contract contract) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("currency", contract.currency().getCurrencyCode());
        document.put("billingYearStart", text(contract.billingYearStart()));
        document.put("lastYearKwh", contract.lastYearKwh());
        document.put("versions", contract.versions().stream().map(ContractDocument::version).toList());
        return document;
    }

    private static String text(MonthDay day) {
        return MONTH_DAY.format(day);
    }

    private static Map<String, Object> version(Version version) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("validFrom", version.validFrom() == null ? null : version.validFrom().toString());
        part.put("instalment", text(version.instalment()));
        part.put("co2GramsPerKwh", version.co2GramsPerKwh());
        part.put("rates", version.rates());
        part.put("basePricePer", Fields.choiceName(version.basePricePer()));
        part.put("tiers", version.tiers().stream().map(tier -> tier(tier, version.rates() == 2)).toList());
        part.put("lowRateWindows", version.lowRateWindows().stream().map(ContractDocument::window).toList());
        return part;
    }

    private static Map<String, Object> tier(Tier tier, boolean low) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("fromKwh", tier.fromKwh());
        part.put("basePrice", text(tier.basePrice()));
        part.put("highPrice", text(tier.highPrice()));
        if (low) {
            part.put("lowPrice", text(tier.lowPrice()));
        }
        return part;
    }

    private static Map<String, Object> window(LowRateWindow window) {
        Map<String, Object> part = new LinkedHashMap<>();
        List<String> days = window.days().stream().map(ContractReader::name).toList();
        part.put("days", days);
        part.put("from", LowRateWindow.text(window.from()));
        part.put("to", LowRateWindow.text(window.to()));
        return part;
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
