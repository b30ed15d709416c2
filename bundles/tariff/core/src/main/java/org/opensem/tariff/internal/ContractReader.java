package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opensem.language.Message;
import org.opensem.settings.Fields;

/** Reads the group's document, whatever is wrong with it: every fault is noted, and what is read then is not used. */
final class ContractReader {
    /** The document's own fields; what else a configuration holds belongs to the framework. */
    static final Set<String> FIELDS = Set.of("currency", "billingYearStart", "lastYearKwh", "versions");

    private static final int MOST_VERSIONS = 200;
    private static final int MOST_TIERS = 4;
    private static final int MOST_WINDOWS = 50;
    private static final int PLACES = 6;
    private static final String MOST = "1000000000";

    private ContractReader() {}

    static Contract read(Fields fields) {
        Currency currency = fields.parse("currency", text -> Currency.getInstance(text.toUpperCase(Locale.ROOT)),
                message("currency"))
                .orElse(Contract.NONE.currency());
        MonthDay start = fields.parse("billingYearStart", ContractReader::monthDay, message("billingYearStart"))
                .orElse(Contract.NONE.billingYearStart());
        BigDecimal lastYear = number(fields, "lastYearKwh").orElse(null);
        List<Version> versions = versions(fields);
        if (lastYear == null && fields.text("lastYearKwh").isEmpty() && versions.stream().anyMatch(v -> v.tiers().size() > 1)) {
            fields.fault("lastYearKwh", message("lastYearKwh"));
        }
        return new Contract(currency, start, lastYear, versions);
    }

    private static MonthDay monthDay(String text) {
        if (!text.matches("\\d\\d-\\d\\d")) {
            throw new DateTimeException(text);
        }
        return MonthDay.parse("--" + text);
    }

    private static List<Version> versions(Fields fields) {
        List<Version> versions = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        for (Fields part : fields.parts("versions", MOST_VERSIONS)) {
            Version version = version(part);
            if (version.validFrom() != null && !days.add(version.validFrom())) {
                part.fault("validFrom", message("validFrom"));
            }
            versions.add(version);
        }
        versions.sort(Comparator.comparing(Version::validFrom, Comparator.nullsLast(Comparator.naturalOrder())));
        return versions;
    }

    private static Version version(Fields part) {
        int rates = part.integer("rates", 1, 2, 1);
        List<LowRateWindow> windows = List.of();
        if (rates == 2) {
            windows = windows(part);
        } else {
            part.ignore(List.of("lowRateWindows"));
        }
        return new Version(
                part.required("validFrom", part.date("validFrom"), null),
                money(part, "instalment").orElse(null),
                number(part, "co2GramsPerKwh").orElse(null),
                rates,
                part.choice("basePricePer", Version.Per.class, Version.Per.MONTH),
                tiers(part, rates == 2),
                windows);
    }

    private static List<Tier> tiers(Fields version, boolean low) {
        List<Fields> parts = version.parts("tiers", MOST_TIERS);
        version.required("tiers", parts.stream().findAny(), null);
        List<Tier> tiers = new ArrayList<>();
        BigDecimal before = null;
        for (Fields part : parts) {
            Optional<BigDecimal> from = number(part, "fromKwh");
            if (tiers.isEmpty() && from.isPresent() && from.get().signum() != 0) {
                part.fault("fromKwh", message("firstTier"));
            } else if (!tiers.isEmpty()) {
                part.required("fromKwh", from, null);
                if (from.isPresent() && before != null && from.get().compareTo(before) <= 0) {
                    part.fault("fromKwh", message("ascending", before));
                }
            }
            before = from.orElse(before);
            tiers.add(tier(part, from.orElse(BigDecimal.ZERO), low));
        }
        return tiers;
    }

    private static Tier tier(Fields part, BigDecimal from, boolean low) {
        BigDecimal lowPrice = null;
        if (low) {
            lowPrice = part.required("lowPrice", money(part, "lowPrice"), null);
        } else {
            part.ignore(List.of("lowPrice"));
        }
        return new Tier(from, part.required("basePrice", money(part, "basePrice"), null),
                part.required("highPrice", money(part, "highPrice"), null), lowPrice);
    }

    private static List<LowRateWindow> windows(Fields version) {
        List<Fields> parts = version.parts("lowRateWindows", MOST_WINDOWS);
        version.required("lowRateWindows", parts.stream().findAny(), null);
        return parts.stream().map(ContractReader::window).toList();
    }

    private static LowRateWindow window(Fields part) {
        Optional<Integer> from = part.time("from").map(LocalTime::toSecondOfDay);
        Optional<Integer> to = part.parse("to", LowRateWindow::end, Message.of(Fields.class, "time"));
        if (from.isPresent() && from.equals(to)) {
            part.fault("to", message("same"));
        }
        return new LowRateWindow(days(part), part.required("from", from, 0), part.required("to", to, 0));
    }

    private static Set<DayOfWeek> days(Fields part) {
        List<String> names = part.texts("days", DayOfWeek.values().length);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names) {
            Optional<DayOfWeek> day = Stream.of(DayOfWeek.values()).filter(one -> name(one).equalsIgnoreCase(name)).findAny();
            if (day.isPresent()) {
                days.add(day.get());
            } else {
                part.fault("days", message("days"));
            }
        }
        part.required("days", days.stream().findAny(), null);
        return days;
    }

    /** A weekday in documents: {@code MO}. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static Optional<BigDecimal> number(Fields fields, String name) {
        return fields.number(name, "0", MOST).map(number -> number.scale() < 0 ? number.setScale(0) : number);
    }

    private static Optional<BigDecimal> money(Fields fields, String name) {
        Optional<BigDecimal> amount = number(fields, name);
        if (amount.isPresent() && amount.get().scale() > PLACES) {
            fields.fault(name, message("places", PLACES));
            return Optional.empty();
        }
        return amount;
    }

    private static Message message(String key, Object... values) {
        return Message.of(ContractReader.class, key, values);
    }
}
