package org.opensem.itests.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensem.itests.Distribution;

/**
 * A distribution in Europe/Berlin with a house whose figures can be told without a computer: 1 kW through yesterday (L1 300,
 * L2 200, L3 500 W) with a gap from 03:12 to 03:41 and one second of 5 kW at 12:00:00, 500 W today, and what a test asks for now.
 * Its tariff too: 30 ct/kWh, 20 ct from 22:00 to 06:00, 365 € base price a year, 90 € instalment, 400 g CO2/kWh.
 */
final class MeasuredHouse implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String TARIFF = "org.opensem.tariff";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LocalDate today = LocalDate.now(ZONE);
    private final Distribution opensem;
    private volatile double[] phases = {100, 200, 200};
    private long posted;
    private String tariff;

    MeasuredHouse(String name) {
        opensem = Distribution.unpack(name).withDriver("http", Map.of())
                .withConfiguration("org.opensem.time", Map.of("zone", "Europe/Berlin"))
                .withConfiguration(TARIFF, tariff()).start();
        posted = Instant.now().getEpochSecond() - 2;
        postHistory();
        timer.scheduleAtFixedRate(this::post, 0, 250, TimeUnit.MILLISECONDS);
    }

    private void postHistory() {
        boolean taken = false;
        try {
            HttpResponse<String> answer = opensem.post("/api/v1/samples", "text/csv", history(posted));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The history was not taken: " + answer.body());
            }
            taken = true;
        } finally {
            if (!taken) {
                opensem.close();
            }
        }
    }

    private static Map<String, String> tariff() {
        String version = "versions[0].";
        return Map.ofEntries(Map.entry("currency", "EUR"), Map.entry(version + "validFrom", "2020-01-01"),
                Map.entry(version + "instalment", "90.00"), Map.entry(version + "co2GramsPerKwh", "400"),
                Map.entry(version + "rates", "2"), Map.entry(version + "basePricePer", "year"),
                Map.entry(version + "tiers[0].fromKwh", "0"), Map.entry(version + "tiers[0].basePrice", "365.00"),
                Map.entry(version + "tiers[0].highPrice", "0.30"), Map.entry(version + "tiers[0].lowPrice", "0.20"),
                Map.entry(version + "lowRateWindows[0].days", "MO,TU,WE,TH,FR,SA,SU"),
                Map.entry(version + "lowRateWindows[0].from", "22:00"), Map.entry(version + "lowRateWindows[0].to", "06:00"));
    }

    /** Takes the tariff away, or enters it again. */
    void setTariff(boolean entered) {
        String settings = "/api/v1/settings/tariff";
        if (!entered) {
            tariff = opensem.get(settings).body();
        }
        HttpResponse<String> answer = opensem.send(opensem.request(settings).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(entered ? tariff : "{\"currency\": \"EUR\"}")).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The tariff is not changed: " + answer.body());
        }
    }

    Distribution opensem() {
        return opensem;
    }

    String url() {
        return opensem.url();
    }

    LocalDate today() {
        return today;
    }

    LocalDate yesterday() {
        return today.minusDays(1);
    }

    ZonedDateTime yesterdayAt(int hour, int minute) {
        return yesterday().atTime(hour, minute).atZone(ZONE);
    }

    /** The total power from the next second on: a fifth of it on L1, two on L2 and L3. */
    void powerNow(double total) {
        phasesNow(total / 5, total * 2 / 5, total * 2 / 5);
    }

    /** The power of each phase from the next second on. */
    void phasesNow(double... watts) {
        phases = watts;
    }

    private String history(long until) {
        StringBuilder csv = new StringBuilder("time,total_kw,l1_kw,l2_kw,l3_kw\n");
        long gap = yesterdayAt(3, 12).toEpochSecond();
        long spike = yesterdayAt(12, 0).toEpochSecond();
        long midnight = today.atStartOfDay(ZONE).toEpochSecond();
        for (long second = yesterday().atStartOfDay(ZONE).toEpochSecond(); second <= until; second++) {
            if (second < gap || second >= gap + 29 * 60) {
                String powers = second >= midnight ? "0.500,0.100,0.200,0.200"
                        : second == spike ? "5.000,4.300,0.200,0.500" : "1.000,0.300,0.200,0.500";
                csv.append(Instant.ofEpochSecond(second)).append(',').append(powers).append('\n');
            }
        }
        return csv.toString();
    }

    private void post() {
        long now = Instant.now().getEpochSecond();
        try {
            for (; posted < now; posted++) {
                double[] watts = phases;
                String sample = String.format(Locale.ROOT, "{\"time\":\"%s\",\"total\":%.3f,\"l1\":%.3f,\"l2\":%.3f,\"l3\":%.3f}",
                        Instant.ofEpochSecond(posted + 1), watts[0] + watts[1] + watts[2], watts[0], watts[1], watts[2]);
                if (opensem.post("/api/v1/live", "application/json", sample).statusCode() / 100 != 2) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            // REST is being updated: the same second is posted again.
            return;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        opensem.close();
    }
}
