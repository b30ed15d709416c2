package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensem.settings.Fields;

/** Documents of tariffs as REST has them. */
final class Documents {
    static final List<String> ALL_DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private Documents() {}

    /** The example of the REST description. */
    static Map<String, Object> example() {
        return of(nightRate("2026-01-01", "90.00", "0.36", "0.24"));
    }

    @SafeVarargs
    static Map<String, Object> of(Map<String, Object>... versions) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("currency", "EUR");
        document.put("billingYearStart", "01-01");
        document.put("lastYearKwh", 3500);
        document.put("versions", List.of(versions));
        return document;
    }

    /** Two rates, the low one from 22:00 to 06:00, and 10.80 a month. */
    static Map<String, Object> nightRate(String validFrom, String instalment, String high, String low) {
        return version(validFrom, instalment, 2, List.of(tier(0, "10.80", high, low)),
                List.of(window(ALL_DAYS, "22:00", "06:00")));
    }

    static Map<String, Object> oneRate(String validFrom, String instalment, String price) {
        return version(validFrom, instalment, 1, List.of(tier(0, "10.80", price, null)), null);
    }

    static Map<String, Object> version(String validFrom, String instalment, int rates, List<?> tiers, List<?> windows) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("validFrom", validFrom);
        version.put("instalment", instalment);
        version.put("co2GramsPerKwh", 380);
        version.put("rates", rates);
        version.put("basePricePer", "month");
        version.put("tiers", tiers);
        version.put("lowRateWindows", windows);
        return version;
    }

    static Map<String, Object> tier(Object from, Object basePrice, Object high, Object low) {
        Map<String, Object> tier = new LinkedHashMap<>();
        tier.put("fromKwh", from);
        tier.put("basePrice", basePrice);
        tier.put("highPrice", high);
        tier.put("lowPrice", low);
        return tier;
    }

    static Map<String, Object> window(List<String> days, String from, String to) {
        return Map.of("days", days, "from", from, "to", to);
    }

    static Map<String, Object> with(Map<String, Object> document, String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(document);
        copy.put(name, value);
        return copy;
    }

    static Contract contract(Map<String, Object> document) {
        Fields fields = Fields.of(document);
        Contract contract = ContractReader.read(fields);
        assertThat(fields.faults()).isEmpty();
        return contract;
    }
}
