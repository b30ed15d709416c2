package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.tariff.internal.Documents.ALL_DAYS;
import static org.opensem.tariff.internal.Documents.example;
import static org.opensem.tariff.internal.Documents.of;
import static org.opensem.tariff.internal.Documents.tier;
import static org.opensem.tariff.internal.Documents.version;
import static org.opensem.tariff.internal.Documents.window;
import static org.opensem.tariff.internal.Documents.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.settings.Fields;
import org.opensem.settings.Paths;

/** The group {@code tariff}: its document, and every fault of one at once (E3). */
class TariffSettingsTest {
    private final TariffSettings group = new TariffSettings();

    private List<String> faults(Map<String, Object> document) {
        Fields fields = Fields.of(document);
        group.read(fields);
        return fields.faults().stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.ENGLISH)).toList();
    }

    @Test
    void theExampleOfRestComesBackAsItIs() {
        Fields fields = Fields.of(example());
        Map<String, Object> read = group.read(fields);

        assertThat(fields.faults()).isEmpty();
        assertThat(read).hasToString("{currency=EUR, billingYearStart=01-01, lastYearKwh=3500, versions=[{validFrom=2026-01-01, "
                + "instalment=90.00, co2GramsPerKwh=380, rates=2, basePricePer=month, tiers=[{fromKwh=0, basePrice=10.80, "
                + "highPrice=0.36, lowPrice=0.24}], "
                + "lowRateWindows=[{days=[MO, TU, WE, TH, FR, SA, SU], from=22:00, to=06:00}]}]}");
        assertThat(read.get("lastYearKwh")).isEqualTo(new BigDecimal("3500"));
        // A document that was read is the same when it is read again, also from flat properties as a configuration has them.
        assertThat(group.read(Fields.of(read))).isEqualTo(read);
        Map<String, Object> properties = Paths.flat(read).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
        assertThat(group.read(Fields.ofProperties(properties))).isEqualTo(read);
    }

    @Test
    void anEmptyGroupIsNoTariffYet() {
        Fields fields = Fields.of(Map.of());
        assertThat(group.read(fields)).hasToString("{currency=EUR, billingYearStart=01-01, lastYearKwh=null, versions=[]}");
        assertThat(fields.faults()).isEmpty();
        assertThat(group.descriptor().id()).isEqualTo("tariff");
        assertThat(group.descriptor().pid()).isEqualTo("org.opensem.tariff");
        assertThat(group.descriptor().order()).isEqualTo(30);
    }

    @Test
    void everyFaultIsToldAtOnceBesideItsField() {
        Map<String, Object> wrong = version("22.11.2026", "-1", 2,
                List.of(tier(5, "10.80", "0.3600001", null), tier(3, "x", "0.36", "0.24"), tier(3, "1", null, "0")),
                List.of(window(ALL_DAYS, "22:00", "22:00"), window(List.of("MO", "XX"), "25:00", "06:00"),
                        Map.of("from", "10:00")));
        wrong.put("basePricePer", "week");
        wrong.put("price", 1);
        Map<String, Object> document = of(wrong, version("2026-01-01", null, 3, List.of(), null),
                version("2026-01-01", null, 2, List.of(tier(0, 1, 1, 1)), List.of()));
        document.put("currency", "EURO");
        document.put("billingYearStart", "02-30");
        document.put("lastYearKwh", null);

        assertThat(faults(document)).containsExactlyInAnyOrder(
                "currency: Is not a currency code such as EUR.",
                "billingYearStart: Is not a day of the year such as 01-01 (month-day).",
                "lastYearKwh: Is needed to choose the tier.",
                "versions[0].validFrom: Is not a date such as 2026-11-22.",
                "versions[0].instalment: Must lie between 0 and 1,000,000,000.",
                "versions[0].basePricePer: Must be one of: month, year.",
                "versions[0].price: There is no such field.",
                "versions[0].tiers[0].fromKwh: The first tier starts at 0.",
                "versions[0].tiers[0].highPrice: At most 6 decimal places.",
                "versions[0].tiers[0].lowPrice: Is missing.",
                "versions[0].tiers[1].fromKwh: Must be above 5.",
                "versions[0].tiers[1].basePrice: Is not a number.",
                "versions[0].tiers[2].fromKwh: Must be above 3.",
                "versions[0].tiers[2].highPrice: Is missing.",
                "versions[0].lowRateWindows[0].to: From and to are the same.",
                "versions[0].lowRateWindows[1].from: Is not a time of day such as 22:00.",
                "versions[0].lowRateWindows[1].days: Must be of: MO, TU, WE, TH, FR, SA, SU.",
                "versions[0].lowRateWindows[2].to: Is missing.",
                "versions[0].lowRateWindows[2].days: Is missing.",
                "versions[1].rates: Must lie between 1 and 2.",
                "versions[1].tiers: Is missing.",
                "versions[2].validFrom: Another version is valid from this day.",
                "versions[2].lowRateWindows: Is missing.");
    }

    @Test
    void atMostFourTiers() {
        Map<String, Object> five = version("2026-01-01", null, 1, List.of(tier(0, 1, 1, null), tier(1, 1, 1, null),
                tier(2, 1, 1, null), tier(3, 1, 1, null), tier(4, 1, 1, null)), null);
        assertThat(faults(of(five))).containsExactly("versions[0].tiers: At most 4.");
    }

    @Test
    void withOneRateTheLowOneIsPassedOver() {
        Map<String, Object> one = version("2026-01-01", null, 1, List.of(tier(0, "0", "0.30", "wrong")), List.of("wrong"));
        Fields fields = Fields.of(of(one));
        Map<String, Object> read = group.read(fields);

        assertThat(fields.faults()).isEmpty();
        assertThat(read.toString()).contains("tiers=[{fromKwh=0, basePrice=0, highPrice=0.30}], lowRateWindows=[]")
                .contains("instalment=null");
    }

    @Test
    void versionsComeInTheOrderOfTheirDaysAndNumbersAreTakenForMoney() {
        Map<String, Object> later = version("2027-01-01", "95", 1, List.of(tier(0, 11, new BigDecimal("0.380"), null)), null);
        Map<String, Object> earlier = version("2026-01-01", "90.00", 1, List.of(tier(0, 10, 0.36, null)), null);
        assertThat(group.read(Fields.of(of(later, earlier))).toString())
                .containsSubsequence("2026-01-01", "highPrice=0.36}", "2027-01-01", "instalment=95,", "highPrice=0.380}");
    }

    @ParameterizedTest
    @CsvSource({"00:00, 24:00", "22:00, 00:00", "22:00, 24:00", "06:00:30, 07:15"})
    void windowsMayEndAtMidnightAndLastADay(String from, String to) {
        Map<String, Object> version = version("2026-01-01", null, 2, List.of(tier(0, 1, 1, 1)),
                List.of(window(ALL_DAYS, from, to)));
        assertThat(faults(of(version))).isEmpty();
        assertThat(group.read(Fields.of(of(version))).toString()).contains("from=" + from + ", to=" + to);
    }

    @Test
    void theTwentyNinthOfFebruaryIsADayOfTheYear() {
        assertThat(faults(with(example(), "billingYearStart", "02-29"))).isEmpty();
    }

    @Test
    void faultsAreToldInGermanToo() {
        Fields fields = Fields.of(with(example(), "currency", "Mark"));
        group.read(fields);
        assertThat(fields.faults().getFirst().message().in(Locale.GERMANY)).isEqualTo("Ist kein Währungscode wie EUR.");
    }
}
