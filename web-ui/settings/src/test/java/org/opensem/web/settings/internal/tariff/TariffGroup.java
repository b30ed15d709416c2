package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.language.Message;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;

/** A group that takes what the form writes, in the shape of the tariff's. */
final class TariffGroup implements SettingsGroup {
    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor("tariff", "test.tariff", 30);
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("currency", fields.text("currency", 3, "EUR"));
        document.put("billingYearStart", fields.text("billingYearStart", 5, "01-01"));
        document.put("lastYearKwh", number(fields, "lastYearKwh"));
        List<Map<String, Object>> versions = new ArrayList<>();
        fields.parts("versions", 9).forEach(version -> versions.add(version(version)));
        document.put("versions", versions);
        return document;
    }

    private static BigDecimal number(Fields fields, String name) {
        return fields.number(name, "0", "1000000").orElse(null);
    }

    private static Map<String, Object> version(Fields fields) {
        Map<String, Object> version = new LinkedHashMap<>();
        Optional<LocalDate> from = fields.date("validFrom");
        fields.required("validFrom", from, null);
        version.put("validFrom", from.map(LocalDate::toString).orElse(null));
        version.put("instalment", number(fields, "instalment"));
        version.put("co2GramsPerKwh", number(fields, "co2GramsPerKwh"));
        version.put("rates", fields.integer("rates", 1, 2, 1));
        version.put("basePricePer", fields.text("basePricePer", 5, "month"));
        List<Map<String, Object>> tiers = new ArrayList<>();
        for (Fields part : fields.parts("tiers", 4)) {
            Map<String, Object> tier = new LinkedHashMap<>();
            BigDecimal kwh = number(part, "fromKwh");
            if (!tiers.isEmpty() && (kwh == null || kwh.signum() == 0)) {
                part.fault("fromKwh", Message.plain("Muss über 0 liegen."));
            }
            tier.put("fromKwh", kwh);
            tier.put("basePrice", number(part, "basePrice"));
            tier.put("highPrice", part.required("highPrice", part.number("highPrice", "0", "100"), null));
            tier.put("lowPrice", number(part, "lowPrice"));
            tiers.add(tier);
        }
        version.put("tiers", tiers);
        List<Map<String, Object>> windows = new ArrayList<>();
        for (Fields part : fields.parts("lowRateWindows", 9)) {
            Map<String, Object> window = new LinkedHashMap<>();
            window.put("days", part.texts("days", 7));
            part.required("days", part.texts("days", 7).stream().findFirst(), null);
            window.put("from", part.text("from", 5, null));
            window.put("to", part.text("to", 5, null));
            if (window.get("from") != null && window.get("from").equals(window.get("to"))) {
                part.fault("to", Message.plain("Von und bis sind gleich."));
            }
            windows.add(window);
        }
        version.put("lowRateWindows", windows);
        return version;
    }
}
