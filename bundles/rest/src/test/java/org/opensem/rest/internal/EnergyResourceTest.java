package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import tools.jackson.databind.JsonNode;

/** GET energy: shape, sums, periods, dates. */
class EnergyResourceTest {
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private static long second(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    @Test
    void aDayHasTheContractsShapeAndGapsAreNull_T4() throws Exception {
        long seven = second("2026-11-22T06:00:00Z");
        for (int i = 0; i < 4; i++) {
            // 0.72 kWh in the hour: 720 W
            rest.energy.slots.put(seven + i * 900L, new Figures(900,
                    new Energy(648_000_000, 0, 198_000_000, 369_000_000, 81_000_000, 648_000_000, 180_000_000),
                    new Extreme(80_000 + i, seven + 600), new Extreme(3_100_000 - i, seven + 5)));
        }

        JsonNode day = json(rest.get("/api/v1/energy?period=day&date=2026-11-22"));

        assertThat(day.get("period").stringValue()).isEqualTo("day");
        assertThat(day.get("start").stringValue()).isEqualTo("2026-11-22T00:00:00+01:00");
        assertThat(day.get("end").stringValue()).isEqualTo("2026-11-23T00:00:00+01:00");
        assertThat(day.get("zone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(day.get("currency").isNull()).isTrue();
        assertThat(day.get("buckets").size()).isEqualTo(24);
        assertThat(day.get("buckets").get(7).toString()).isEqualTo("""
                {"start":"2026-11-22T07:00:00+01:00","end":"2026-11-22T08:00:00+01:00","coverage":1.0,\
                "kWh":{"total":0.72,"l1":0.22,"l2":0.41,"l3":0.09,"base":0.2,"switched":0.52,"export":0.0,\
                "categories":{"heat":0.0,"cold":0.0,"washing":0.0,"mediaAndLight":0.0,"notAssigned":0.72}},\
                "cost":null,"costLines":null,"co2":null}""");
        assertThat(day.get("buckets").get(8).get("kWh").isNull()).isTrue();
        assertThat(day.get("buckets").get(8).get("coverage").doubleValue()).isZero();
        assertThat(day.get("totals").toString()).isEqualTo("""
                {"coverage":0.041667,"kWh":{"total":0.72,"l1":0.22,"l2":0.41,"l3":0.09,"base":0.2,"switched":0.52,"export":0.0,\
                "categories":{"heat":0.0,"cold":0.0,"washing":0.0,"mediaAndLight":0.0,"notAssigned":0.72}},\
                "cost":null,"costLines":null,"co2":null,\
                "power":{"min":{"value":80.0,"time":"2026-11-22T07:10:00+01:00"},"mean":720.0,\
                "max":{"value":3100.0,"time":"2026-11-22T07:00:05+01:00"}}}""");
    }

    @Test
    void anUnmeasuredPeriodIsNullThroughout_T4() throws Exception {
        JsonNode totals = json(rest.get("/api/v1/energy?period=month&date=2026-02-03")).get("totals");

        assertThat(totals.toString()).isEqualTo("""
                {"coverage":0.0,"kWh":null,"cost":null,"costLines":null,"co2":null,\
                "power":{"min":null,"mean":null,"max":null}}""");
    }

    @Test
    void partsAddUpExactlyToTheTotalsShown() throws Exception {
        Random random = new Random(4711);
        for (long slot = second("2026-01-01T00:00:00Z"); slot < second("2026-12-01T00:00:00Z"); slot += 900) {
            long l1 = random.nextInt(1_000_000);
            long l2 = random.nextInt(2_000_000_000);
            long l3 = random.nextInt(7);
            long base = random.nextLong(l1 + l2 + l3 + 1);
            rest.energy.slots.put(slot, new Figures(900,
                    new Energy(l1 + l2 + l3, random.nextInt(9999), l1, l2, l3, l1 + l2 + l3, base),
                    new Extreme(0, slot), new Extreme(1, slot)));
        }
        for (String period : new String[] {"year", "month", "week", "day"}) {
            JsonNode energy = json(rest.get("/api/v1/energy?period=" + period + "&date=2026-07-01"));
            JsonNode totals = energy.get("totals").get("kWh");
            for (String part : new String[] {"total", "l1", "l2", "l3", "base", "switched", "export"}) {
                BigDecimal sum = energy.get("buckets").valueStream().filter(bucket -> !bucket.get("kWh").isNull())
                        .map(bucket -> bucket.get("kWh").get(part).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as("%s of a %s", part, period).isEqualByComparingTo(totals.get(part).decimalValue());
            }
            energy.get("buckets").valueStream().map(bucket -> bucket.get("kWh")).filter(kWh -> !kWh.isNull())
                    .forEach(EnergyResourceTest::divisionsAddUp);
            divisionsAddUp(totals);
        }
    }

    private static void divisionsAddUp(JsonNode kWh) {
        BigDecimal total = kWh.get("total").decimalValue();
        assertThat(kWh.get("base").decimalValue().add(kWh.get("switched").decimalValue())).isEqualByComparingTo(total);
        assertThat(kWh.get("l1").decimalValue().add(kWh.get("l2").decimalValue()).add(kWh.get("l3").decimalValue()))
                .isEqualByComparingTo(total);
        BigDecimal categories = kWh.get("categories").valueStream().map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(categories).isEqualByComparingTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "period=hour&date=2026-11-22T13:00%2B01:00, 2026-11-22T13:00+01:00",
        "period=hour&date=2026-11-22T13:00+01:00, 2026-11-22T13:00+01:00",
        "period=hour&date=2026-11-22T12:30:10Z, 2026-11-22T13:00+01:00",
        "period=hour&date=2026-11-22T13:59, 2026-11-22T13:00+01:00",
        "period=hour&date=2026-10-25T02:10%2B01:00, 2026-10-25T02:00+01:00",
        "period=hour&date=2026-10-25T02:10%2B02:00, 2026-10-25T02:00+02:00",
        "period=hour, 2026-11-22T14:00+01:00",
        "period=day, 2026-11-22T00:00+01:00",
        "period=week, 2026-11-16T00:00+01:00",
        "period=month&date=2026-03-31, 2026-03-01T00:00+01:00",
        "period=year&zone=America/New_York, 2026-01-01T00:00-05:00",
        "period=day&date=2026-10-25&raw=true, 2026-10-25T00:00+02:00"
    })
    void thePeriodThatHoldsTheDateIsAskedFor_T2(String query, String start) throws Exception {
        assertThat(rest.get("/api/v1/energy?" + query).statusCode()).isEqualTo(200);

        assertThat(rest.energy.asked.start().toOffsetDateTime()).hasToString(start);
    }

    @Test
    void aDayOfAClockChangeHas23Or25Hours_T2() throws Exception {
        JsonNode autumn = json(rest.get("/api/v1/energy?period=day&date=2026-10-25"));

        assertThat(autumn.get("buckets").size()).isEqualTo(25);
        assertThat(autumn.get("buckets").get(2).get("start").stringValue()).isEqualTo("2026-10-25T02:00:00+02:00");
        assertThat(autumn.get("buckets").get(3).get("start").stringValue()).isEqualTo("2026-10-25T02:00:00+01:00");
        assertThat(json(rest.get("/api/v1/energy?period=day&date=2026-03-29")).get("buckets").size()).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource({
        "'', period",
        "period=decade, period",
        "period=day&date=22.11.2026, date",
        "period=day&date=2026-02-30, date",
        "period=day&date=2026-11-22T13:00%2B01:00, date",
        "period=hour&date=2026-11-22, date",
        "period=hour&date=2026-10-25T02:10, date",
        "period=day&date=1969-12-31, date",
        "period=day&date=%2B123456-01-01, date",
        "period=day&zone=Mars, zone",
        "period=day&raw=yes, raw"
    })
    void wrongParametersAreNamed(String query, String field) throws Exception {
        HttpResponse<String> response = rest.get("/api/v1/energy?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    @Test
    void aMeterWithoutPhasesHasNullPhases_T7() throws Exception {
        rest.energy.slots.put(second("2026-11-22T06:00:00Z"), new Figures(900, new Energy(3600, 0, 0, 0, 0, 0, 0),
                new Extreme(4, 0), new Extreme(4, 0)));

        JsonNode kWh = json(rest.get("/api/v1/energy?period=day")).get("totals").get("kWh");

        assertThat(kWh.get("l1").isNull()).isTrue();
        assertThat(kWh.get("total").decimalValue()).isEqualByComparingTo("0.000001");
    }

    @Test
    void feedInOnAPhaseLeavesThePhasesAsTheyAre_T7() throws Exception {
        rest.energy.slots.put(second("2026-11-22T06:00:00Z"), new Figures(900,
                new Energy(3_600_000, 7_200_000, 7_200_000, 3_600_000, 0, 3_600_000, 0),
                new Extreme(-4, 0), new Extreme(4, 0)));

        JsonNode kWh = json(rest.get("/api/v1/energy?period=day")).get("totals").get("kWh");

        assertThat(kWh.get("total").decimalValue()).isEqualByComparingTo("0.001");
        assertThat(kWh.get("l1").decimalValue()).isEqualByComparingTo("0.002");
        assertThat(kWh.get("l2").decimalValue()).isEqualByComparingTo("0.001");
        assertThat(kWh.get("export").decimalValue()).isEqualByComparingTo("0.002");
    }
}
