package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;
import org.opensem.tariff.internal.MoneyComponent;
import tools.jackson.databind.JsonNode;

/** Costs in energy, compare and budget: the description's examples and faults (E3, H5, H6, T5, V2). */
class MoneyResourcesTest {
    private static final Map<String, Object> EXAMPLE = Map.of(
            "versions[0].validFrom", "2026-01-01", "versions[0].instalment", "90.00",
            "versions[0].co2GramsPerKwh", "380", "versions[0].rates", "2", "versions[0].tiers[0].basePrice", "10.80",
            "versions[0].tiers[0].highPrice", "0.36", "versions[0].tiers[0].lowPrice", "0.24",
            "versions[0].lowRateWindows[0].days", "MO,TU,WE,TH,FR,SA,SU", "versions[0].lowRateWindows[0].from", "22:00",
            "versions[0].lowRateWindows[0].to", "06:00");

    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    /** The same power all the time, a quarter of it base load. */
    private void draws(double watts, String from, String to) {
        for (long slot = Instant.parse(from).getEpochSecond(); slot < Instant.parse(to).getEpochSecond(); slot += 900) {
            long energy = Math.round(watts * 900_000);
            rest.energy.slots.put(slot, new Figures(900, new Energy(energy, 0, energy, 0, 0, energy, energy / 4),
                    new Extreme((int) Math.round(watts * 1000), slot), new Extreme((int) Math.round(watts * 1000), slot)));
        }
    }

    /** 3.00 a day from 1 November on, 3.816 on the 22nd. */
    private void november() {
        rest.tariff(EXAMPLE);
        draws(343.75, "2026-10-31T23:00:00Z", "2026-11-21T23:00:00Z");
        draws(450, "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z");
        rest.clock.set(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void energyTellsTheCostInLines() throws Exception {
        november();
        JsonNode day = json(rest.get("/api/v1/energy?period=day&date=2026-11-22"));

        assertThat(day.get("currency").stringValue()).isEqualTo("EUR");
        JsonNode hour = day.get("buckets").get(7);
        // 0.45 kWh × 0.36; × 380 g
        assertThat(hour.get("cost").stringValue()).isEqualTo("0.177000");
        assertThat(hour.get("costLines").toString()).isEqualTo("""
                {"high":"0.162000","low":"0.000000","basePrice":"0.015000"}""");
        assertThat(hour.get("co2").doubleValue()).isEqualTo(0.171);
        JsonNode totals = day.get("totals");
        assertThat(totals.get("cost").stringValue()).isEqualTo("3.816000");
        assertThat(totals.get("costLines").toString()).isEqualTo("""
                {"high":"2.592000","low":"0.864000","basePrice":"0.360000"}""");
        assertThat(totals.get("co2").doubleValue()).isEqualTo(4.104);
        assertThat(totals.get("costPartial").booleanValue()).isFalse();
    }

    @Test
    void bucketsAddUpToTheTotalLineByLine_T5() throws Exception {
        november();
        draws(123.456, "2026-03-03T10:00:00Z", "2026-10-05T17:15:00Z");
        for (String period : new String[] {"year", "month", "week", "day", "hour"}) {
            JsonNode energy = json(rest.get("/api/v1/energy?period=" + period + (period.equals("hour")
                    ? "&date=2026-10-05T19:00%2B02:00" : "&date=2026-10-05")));
            for (String line : new String[] {"high", "low", "basePrice"}) {
                BigDecimal sum = energy.get("buckets").valueStream().map(bucket -> bucket.get("costLines"))
                        .filter(lines -> !lines.isNull()).map(lines -> new BigDecimal(lines.get(line).stringValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(energy.get("totals").get("costLines").get(line).stringValue())
                        .isEqualTo(sum.setScale(6).toPlainString());
            }
        }
    }

    @Test
    void aGapCostsItsBasePriceAndTheFutureNothingKnown_T4() throws Exception {
        november();
        rest.energy.slots.subMap(Instant.parse("2026-11-22T09:00:00Z").getEpochSecond(), Long.MAX_VALUE).clear();
        JsonNode buckets = json(rest.get("/api/v1/energy?period=day&date=2026-11-22")).get("buckets");
        assertThat(buckets.get(11).get("kWh").isNull()).isTrue();
        assertThat(buckets.get(11).get("cost").stringValue()).isEqualTo("0.015000");
        assertThat(buckets.get(11).get("co2").isNull()).isTrue();
        JsonNode tomorrow = json(rest.get("/api/v1/energy?period=day&date=2026-11-23"));
        assertThat(tomorrow.get("currency").stringValue()).isEqualTo("EUR");
        assertThat(tomorrow.get("totals").get("cost").isNull()).isTrue();
        assertThat(tomorrow.get("buckets").get(3).get("costLines").isNull()).isTrue();
    }

    @Test
    void rawLeavesTheCalibrationOut_E4() throws Exception {
        november();
        FakeEnergy measured = new FakeEnergy();
        measured.slots.putAll(rest.energy.slots);
        draws(225, "2026-10-31T23:00:00Z", "2026-11-22T23:00:00Z");
        rest.energy.raw = measured;
        assertThat(json(rest.get("/api/v1/energy?period=day&date=2026-11-22")).get("totals").get("cost").stringValue())
                .isEqualTo("2.088000");
        assertThat(json(rest.get("/api/v1/energy?period=day&date=2026-11-22&raw=true")).get("totals").get("cost").stringValue())
                .isEqualTo("3.816000");
        JsonNode compared = json(rest.get("/api/v1/compare?period=day&date=2026-11-22&with=2026-11-21&raw=true"));
        assertThat(compared.get("difference").get("cost").get("absolute").stringValue()).isEqualTo("0.816000");
    }

    @Test
    void compareTellsBothAndTheDifferences_V2() throws Exception {
        november();
        HttpResponse<String> response = rest.get("/api/v1/compare?period=day&date=2026-11-22&with=2026-11-15");
        JsonNode compared = json(response);

        assertThat(compared.get("period")).isEqualTo(json(rest.get("/api/v1/energy?period=day&date=2026-11-22")));
        assertThat(compared.get("comparison")).isEqualTo(json(rest.get("/api/v1/energy?period=day&date=2026-11-15")));
        // 10.8 − 8.25 kWh; 3.816 − 3.00; 2.55 × 0.38 of 3.135 kg; 450 − 343.75 W.
        assertThat(compared.get("difference").toString()).isEqualTo("""
                {"kWh":{"absolute":2.55,"percent":30.91},"cost":{"absolute":"0.816000","percent":27.2},\
                "co2":{"absolute":0.969,"percent":30.91},"mean":{"absolute":106.25,"percent":30.91},\
                "min":{"absolute":106.25,"percent":30.91},"max":{"absolute":106.25,"percent":30.91}}""");
    }

    @Test
    void aMissingComparisonHasNoDifference_V2() throws Exception {
        november();
        JsonNode difference = json(rest.get("/api/v1/compare?period=month&date=2026-11-22&with=2026-09-01")).get("difference");
        assertThat(difference.get("kWh").toString()).isEqualTo("{\"absolute\":null,\"percent\":null}");
        assertThat(difference.get("cost").toString()).isEqualTo("{\"absolute\":null,\"percent\":null}");
    }

    @Test
    void theBudgetOfTheDescription_H6() throws Exception {
        november();
        JsonNode budget = json(rest.get("/api/v1/budget?period=day&date=2026-11-22"));

        assertThat(budget.get("period").stringValue()).isEqualTo("day");
        assertThat(budget.get("date").stringValue()).isEqualTo("2026-11-22");
        assertThat(budget.get("currency").stringValue()).isEqualTo("EUR");
        assertThat(budget.get("instalment").stringValue()).isEqualTo("90.000000");
        assertThat(budget.get("prepaidPower").doubleValue()).isEqualTo(390.625);
        assertThat(budget.get("pricePerKwh").stringValue()).isEqualTo("0.320000");
        assertThat(budget.get("remaining").toString()).isEqualTo("{\"amount\":\"3.000000\",\"kWh\":9.375}");
        assertThat(budget.get("consumed").toString()).isEqualTo("{\"amount\":\"3.816000\",\"kWh\":10.8}");
        assertThat(budget.get("series").size()).isEqualTo(24);
        assertThat(budget.get("series").get(7).toString()).isEqualTo("""
                {"end":"2026-11-22T08:00:00+01:00","target":"27.000000","actual":"1.092000","difference":"25.908000"}""");
        assertThat(budget.get("projection").toString()).isEqualTo("""
                {"monthEnd":"91.020000","billingYearEnd":"184.476000","refund":"895.524000","partial":true}""");
        assertThat(json(rest.get("/api/v1/budget?period=week")).get("date").stringValue()).isEqualTo("2026-11-23");
    }

    @Test
    void theTargetOfAMonthIsWhatTheDaysBeforeLeft_H5() throws Exception {
        november();
        JsonNode series = json(rest.get("/api/v1/budget?period=month&date=2026-11-22")).get("series");
        JsonNode days = json(rest.get("/api/v1/energy?period=month&date=2026-11-22")).get("buckets");
        BigDecimal left = new BigDecimal("90.000000");
        for (int day = 0; day < 22; day++) {
            assertThat(series.get(day).get("target").stringValue()).isEqualTo(left.toPlainString());
            assertThat(series.get(day).get("actual")).isEqualTo(days.get(day).get("cost"));
            left = left.subtract(new BigDecimal(days.get(day).get("cost").stringValue()));
        }
        assertThat(series.get(25).get("actual").isNull()).isTrue();
        assertThat(series.get(25).get("difference").isNull()).isTrue();
    }

    @Test
    void withoutATariffTheBudgetSaysWhatToDo() throws Exception {
        rest.tariff(Map.of());
        HttpResponse<String> none = rest.get("/api/v1/budget?period=day");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).get("title").stringValue()).isEqualTo("No tariff yet");
        assertThat(json(none).get("detail").stringValue()).contains("PUT /api/v1/settings/tariff");
        HttpResponse<String> german = rest.send(rest.request("/api/v1/budget?period=day").header("Accept-Language", "de"));
        assertThat(json(german).get("title").stringValue()).isEqualTo("Noch kein Tarif");

        Map<String, Object> free = new HashMap<>(EXAMPLE);
        free.remove("versions[0].instalment");
        rest.tariff(free);
        assertThat(json(rest.get("/api/v1/budget?period=day")).get("title").stringValue()).isEqualTo("No instalment");
    }

    @Test
    void whileTheTariffIsAwayEnergiesAreToldWithoutCost_X2() throws Exception {
        november();
        rest.services.costs = null;
        rest.services.budgets = null;
        assertThat(json(rest.get("/api/v1/energy?period=day&date=2026-11-22")).get("totals").get("cost").isNull()).isTrue();
        assertThat(rest.get("/api/v1/budget?period=day").statusCode()).isEqualTo(503);
    }

    @Test
    void aTariffThatFailsCostsThePriceOnly_X4() throws Exception {
        november();
        Tariff broken = new Tariff() {
            @Override
            public List<Rate> rates(long from, long to) {
                throw new IllegalStateException("no prices today");
            }

            @Override
            public Optional<DayTerms> terms(LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Revision revision() {
                return new Revision(Currency.getInstance("EUR"), 1);
            }
        };
        rest.services.costs = new MoneyComponent(broken, rest.energy, rest.clock);
        JsonNode totals = json(rest.get("/api/v1/energy?period=day&date=2026-11-22")).get("totals");
        assertThat(totals.get("kWh").get("total").doubleValue()).isEqualTo(10.8);
        assertThat(totals.get("cost").isNull()).isTrue();
    }

    @Test
    void metricsTellTodaysCost() throws Exception {
        assertThat(rest.get("/metrics").body()).doesNotContain("opensem_cost_today");
        november();
        rest.clock.set(Instant.parse("2026-11-22T22:59:59Z"));
        assertThat(rest.get("/metrics").body()).containsPattern("opensem_cost_today\\{currency=\"EUR\"} 3.81599");
    }

    @ParameterizedTest
    @CsvSource({
        "budget?period=hour, period",
        "budget?date=2026-11-22, period",
        "budget?period=day&date=yesterday, date",
        "compare?period=day&date=2026-11-22, with",
        "compare?period=day&with=2026-11-31, with",
        "compare?period=hour&with=2026-11-22, with",
        "compare?period=day&with=2026-11-22&raw=1, raw",
        "compare?with=2026-11-22, period"
    })
    void wrongParametersAreNamed(String call, String field) throws Exception {
        rest.tariff(EXAMPLE);
        HttpResponse<String> response = rest.get("/api/v1/" + call);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }
}
