package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Paths;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;
import org.opensem.testkit.TestClock;

/** The tariff follows its configuration without a restart, and refuses one with faults (E3, X2). */
class OwnTariffTest {
    private static final long NOON = House.second("2026-11-22T12:00");

    private final TestClock clock = new TestClock(House.instant("2026-11-22T14:27:01"));

    private static Map<String, Object> properties(Map<String, Object> document) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "component.name", "tariff", "component.id", 7L, "service.ranking", -1000,
                "service.pid", Contract.PID, "felix.fileinstall.filename", "file:/etc/org.opensem.tariff.cfg"));
        Paths.flat(document).forEach((path, value) -> properties.put(path, value.toString()));
        return properties;
    }

    private static BigDecimal price(Tariff tariff, long second) {
        return tariff.rates(second, second + 1).stream().findFirst().map(Rate::pricePerKwh).orElse(null);
    }

    @Test
    void withoutConfigurationThereIsNoTariff() {
        OwnTariff tariff = new OwnTariff(clock, properties(Map.of()));
        assertThat(tariff.revision().currency()).isNull();
        assertThat(tariff.rates(NOON, NOON + 60)).isEmpty();
        assertThat(tariff.terms(LocalDate.of(2026, 11, 22))).isEmpty();
    }

    @Test
    void aChangeHasAnotherRevisionAndTheSameContentTheSame() {
        OwnTariff tariff = new OwnTariff(clock, properties(Map.of()));
        Tariff.Revision none = tariff.revision();
        tariff.modified(properties(Documents.example()));
        Tariff.Revision first = tariff.revision();
        assertThat(price(tariff, NOON)).isEqualByComparingTo("0.36");
        tariff.modified(properties(Documents.of(Documents.nightRate("2026-01-01", "90.00", "0.37", "0.24"))));
        assertThat(price(tariff, NOON)).isEqualByComparingTo("0.37");
        assertThat(first.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(tariff.revision().number()).isNotIn(none.number(), first.number());
        tariff.modified(properties(Documents.example()));
        assertThat(tariff.revision()).isEqualTo(first)
                .isEqualTo(new OwnTariff(clock, properties(Documents.example())).revision());
    }

    @Test
    void aFaultyConfigurationIsRefusedAndTheTariffStays() {
        OwnTariff tariff = new OwnTariff(clock, properties(Documents.example()));
        Tariff.Revision before = tariff.revision();
        Map<String, Object> faulty = properties(Documents.example());
        faulty.put("versions[0].tiers[0].highPrice", "free");
        tariff.modified(faulty);
        assertThat(tariff.revision()).isEqualTo(before);
        assertThat(price(tariff, NOON)).isEqualByComparingTo("0.36");
    }

    @Test
    void theWindowsFollowTheZone_T1() {
        OwnTariff tariff = new OwnTariff(clock, properties(Documents.example()));
        Tariff.Revision berlin = tariff.revision();
        assertThat(price(tariff, NOON)).isEqualByComparingTo("0.36");
        // Noon in Berlin is 20:00 in Tokyo, 23:00 there is 15:00 here.
        clock.zone("Asia/Tokyo");
        assertThat(price(tariff, NOON)).isEqualByComparingTo("0.36");
        assertThat(price(tariff, NOON + 3 * 3600)).isEqualByComparingTo("0.24");
        assertThat(tariff.revision()).isNotEqualTo(berlin);
    }
}
