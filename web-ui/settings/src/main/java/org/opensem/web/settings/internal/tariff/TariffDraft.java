package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensem.web.settings.Draft;

/** The group {@code tariff} while it is edited: its versions by their first day, their tiers and windows. */
final class TariffDraft {
    static final int MOST_TIERS = 4;
    private static final String VERSIONS = "versions";
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Draft draft;

    TariffDraft(Draft draft) {
        this.draft = draft;
    }

    /** The path of a version. */
    static String version(int index) {
        return VERSIONS + "[" + index + "]";
    }

    /** The path of a version's tier. */
    static String tier(int version, int tier) {
        return version(version) + ".tiers[" + tier + "]";
    }

    /** The path of a version's window. */
    static String window(int version, int window) {
        return version(version) + ".lowRateWindows[" + window + "]";
    }

    int versions() {
        return draft.size(VERSIONS);
    }

    /** A version's first day; empty if it cannot be read. */
    Optional<LocalDate> from(int version) {
        return version < 0 ? Optional.empty() : draft.text(version(version) + ".validFrom").flatMap(TariffDraft::date);
    }

    /** The date that a text spells. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A version's last day; empty if none follows. */
    Optional<LocalDate> until(int version) {
        return version + 1 < versions() ? from(version + 1).map(day -> day.minusDays(1)) : Optional.empty();
    }

    /** The version that holds on a day; -1 if none does. */
    int on(LocalDate day) {
        return IntStream.range(0, versions()).filter(i -> from(i).filter(from -> !from.isAfter(day)).isPresent())
                .reduce(-1, (a, b) -> b);
    }

    boolean hasFrom(LocalDate day) {
        return IntStream.range(0, versions()).anyMatch(i -> from(i).filter(day::equals).isPresent());
    }

    /** Adds a version: what held until then, to be changed; the first one is empty. @return its place */
    int add(LocalDate from) {
        int before = on(from);
        int model = before >= 0 ? before : versions() - 1;
        Map<String, Object> version = new LinkedHashMap<>();
        if (model >= 0) {
            ((Map<?, ?>) draft.get(version(model)).orElseThrow()).forEach((name, value) -> version.put(name.toString(), value));
        } else {
            version.putAll(Map.of("rates", 1, "basePricePer", "month", "tiers", List.of(Map.of("fromKwh", 0))));
        }
        version.put("validFrom", from.toString());
        int last = versions();
        draft.put(version(last), version);
        return sort(last);
    }

    void remove(int version) {
        draft.remove(version(version));
    }

    /** Puts the versions in order; those without a day stay last. @return where the one of that place is now */
    int sort(int version) {
        List<?> list = (List<?>) draft.get(VERSIONS).orElseThrow();
        List<Integer> order = new ArrayList<>(IntStream.range(0, list.size()).boxed().toList());
        order.sort(Comparator.comparing(index -> from(index).orElse(LocalDate.MAX)));
        draft.put(VERSIONS, order.stream().map(list::get).toList());
        return order.indexOf(version);
    }

    int tiers(int version) {
        return draft.size(version(version) + ".tiers");
    }

    /** Adds a tier with nothing in it. */
    void addTier(int version) {
        draft.put(tier(version, tiers(version)), new LinkedHashMap<>());
    }

    void removeTier(int version, int tier) {
        draft.remove(tier(version, tier));
    }

    /** The tier that applies to all kWh: the last whose threshold last year's consumption reaches. */
    int appliedTier(int version) {
        Optional<BigDecimal> lastYear = draft.number("lastYearKwh");
        return IntStream.range(0, tiers(version))
                .filter(i -> i == 0 || lastYear.isPresent()
                        && draft.number(tier(version, i) + ".fromKwh").filter(from -> from.compareTo(lastYear.get()) <= 0).isPresent())
                .max().orElse(0);
    }

    /** The price of the tier that applies. @param name {@code highPrice}, {@code lowPrice} or {@code basePrice} */
    Optional<BigDecimal> price(int version, String name) {
        return draft.number(tier(version, appliedTier(version)) + "." + name);
    }

    boolean twoRates(int version) {
        return draft.number(version(version) + ".rates").filter(rates -> rates.intValue() == 2).isPresent();
    }

    boolean basePricePerYear(int version) {
        return draft.text(version(version) + ".basePricePer").filter("year"::equalsIgnoreCase).isPresent();
    }

    Optional<BigDecimal> instalment(int version) {
        return draft.number(version(version) + ".instalment");
    }

    /** The hours of the low rate, as far as they can be read. */
    List<LowRateWindow> windows(int version) {
        return IntStream.range(0, draft.size(version(version) + ".lowRateWindows"))
                .mapToObj(i -> LowRateWindow.of(draft, window(version, i))).toList();
    }

    /** Adds the hours that are usual: each night. @return its place */
    int addWindow(int version) {
        int place = draft.size(version(version) + ".lowRateWindows");
        draft.put(window(version, place), LowRateWindow.NIGHTS.document());
        return place;
    }

    void removeWindow(int version, int window) {
        draft.remove(window(version, window));
    }

    /** The currency; euros while what is written is none. */
    Currency currency() {
        return draft.text("currency").filter(text -> text.matches("(?i)[a-z]{3}")).flatMap(TariffDraft::currency).orElse(EURO);
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
