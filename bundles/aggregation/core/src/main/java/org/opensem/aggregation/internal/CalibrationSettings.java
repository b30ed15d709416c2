package org.opensem.aggregation.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The settings group {@code calibration} (E4). Its facts: {@code history}, the steps before the newest, and {@code reading}, the
 * corrected meter reading in {@code kWh} as it stood at {@code time}, the last full five minutes; null before the first sample,
 * missing while the figures are away.
 */
@Component(service = SettingsGroup.class)
public final class CalibrationSettings implements SettingsGroup {
    private static final int ORDER = 40;
    private static final int STEP_MINUTES = 5;
    private static final BigDecimal MILLIWATT_SECONDS_PER_KWH = BigDecimal.valueOf(3_600_000_000L);
    private static final int PLACES = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final CalibrationComponent calibration;
    private final ClockService clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AggregationComponent figures;

    @Activate
    public CalibrationSettings(@Reference CalibrationComponent calibration, @Reference ClockService clock) {
        this.calibration = calibration;
        this.clock = clock;
    }

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor("calibration", CalibrationComponent.PID, ORDER);
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return CalibrationDocument.read(fields, calibration.document()).map();
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("history", calibration.document().history());
        AggregationComponent present = figures;
        if (present != null) {
            ZonedDateTime now = clock.now().atZone(clock.zone());
            facts.put("reading", reading(now, second -> present.importedBefore(second).orElse(null)));
        }
        return facts;
    }

    /** @param imported milliwatt-seconds before a second, or null */
    static Map<String, Object> reading(ZonedDateTime now, LongFunction<Long> imported) {
        ZonedDateTime time = boundary(now);
        Long energy = imported.apply(time.toEpochSecond());
        if (energy == null) {
            return null;
        }
        Map<String, Object> reading = new LinkedHashMap<>();
        reading.put("kWh", BigDecimal.valueOf(energy).divide(MILLIWATT_SECONDS_PER_KWH, PLACES, RoundingMode.HALF_UP));
        reading.put("time", TIME.format(time));
        return reading;
    }

    /** The last full five minutes of the wall clock. */
    private static ZonedDateTime boundary(ZonedDateTime now) {
        ZoneId zone = now.getZone();
        // By the offset, so that the hour that comes twice has its own.
        Instant minute = now.toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toInstant();
        return minute.minus(now.get(ChronoField.MINUTE_OF_HOUR) % STEP_MINUTES, ChronoUnit.MINUTES).atZone(zone);
    }
}
