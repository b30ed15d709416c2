package org.opensem.web.settings.internal.tariff;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opensem.language.Formats;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.FieldGuide;

/** Names the fields of all versions, also of those that are not shown. */
final class TariffGuide implements FieldGuide {
    private static final Pattern VERSION = Pattern.compile("versions\\[(\\d+)](?:\\.(\\w+)(?:\\[(\\d+)])?(?:\\.(\\w+))?(?:\\[\\d+])?)?");

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("fromKwh", "tier.from"), Map.entry("basePrice", "tier.base"), Map.entry("highPrice", "tier.high"),
            Map.entry("lowPrice", "tier.low"), Map.entry("validFrom", "validFrom"), Map.entry("instalment", "instalment"),
            Map.entry("co2GramsPerKwh", "co2"), Map.entry("rates", "rates"), Map.entry("basePricePer", "base.per"),
            Map.entry("lastYearKwh", "lastYear"), Map.entry("billingYearStart", "billing"), Map.entry("currency", "currency"), Map.entry("versions", "versions"));

    private final TariffWords words;
    private final Supplier<TariffDraft> tariff;
    private final Supplier<Units> units;
    private final BiConsumer<Integer, Integer> shower;

    /** @param shower shows a version, and one of its windows, or -1 */
    TariffGuide(TariffWords words, Supplier<TariffDraft> tariff, Supplier<Units> units, BiConsumer<Integer, Integer> shower) {
        this.words = words;
        this.tariff = tariff;
        this.units = units;
        this.shower = shower;
    }

    @Override
    public String name(String path) {
        Matcher matcher = VERSION.matcher(path);
        if (!matcher.matches()) {
            return label(path);
        }
        String version = tariff.get().from(Integer.parseInt(matcher.group(1))).map(day -> words.get("version.from", words.day(day)))
                .orElseGet(() -> words.get("version.open"));
        String field = matcher.group(2);
        if (field == null) {
            return version;
        }
        return words.get("guide", version, switch (field) {
            case "tiers" -> tier(matcher.group(3), matcher.group(4));
            case "lowRateWindows" -> words.get("windows");
            default -> label(field);
        });
    }

    private String tier(String place, String field) {
        return place == null ? words.get("prices") : field == null ? words.get("tier", Integer.parseInt(place) + 1)
                : words.get("tier.field", Integer.parseInt(place) + 1, label(field));
    }

    private String label(String field) {
        String key = KEYS.get(field);
        return key == null ? field : words.get(key);
    }

    @Override
    public void show(String path) {
        Matcher matcher = VERSION.matcher(path);
        if (matcher.matches()) {
            boolean window = "lowRateWindows".equals(matcher.group(2)) && matcher.group(3) != null;
            shower.accept(Integer.valueOf(matcher.group(1)), window ? Integer.valueOf(matcher.group(3)) : -1);
        }
    }

    @Override
    public String value(String path, Object value, Formats formats) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        Draft one = new Draft(Map.of("it", value));
        return switch (field) {
            case "highPrice", "lowPrice" -> one.number("it").map(units.get()::price).orElseGet(value::toString);
            case "basePrice", "instalment" -> one.number("it").map(amount -> formats.money(amount, units.get().currency()).toString())
                    .orElseGet(value::toString);
            case "validFrom" -> TariffDraft.date(value.toString()).map(formats.dates()::date).orElseGet(value::toString);
            default -> FieldGuide.super.value(path, value, formats);
        };
    }
}
