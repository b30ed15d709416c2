package org.opensem.aggregation.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The correction factors, from the configuration of the PID {@code org.opensem.calibration}: {@code factor} (0.5 to 1.5, default
 * 1), {@code validFrom} (a date; without one for all of history), {@code steps[n].factor}, {@code steps[n].validFrom}; see
 * {@link CalibrationDocument}. A change holds from the next question on, and nothing is computed anew.
 */
@Component(service = {Calibration.class, CalibrationComponent.class}, configurationPid = CalibrationComponent.PID)
public final class CalibrationComponent implements Calibration {
    static final String PID = "org.opensem.calibration";

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationComponent.class);

    private final ClockService clock;
    private volatile CalibrationDocument document = CalibrationDocument.NEUTRAL;
    private volatile InZone inZone;

    /** Factors by document and zone. */
    private record InZone(CalibrationDocument document, ZoneId zone, CorrectionFactors factors) {}

    @Activate
    public CalibrationComponent(@Reference ClockService clock, Map<String, Object> properties) {
        this.clock = clock;
        modified(properties);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        Map<String, Object> own = new HashMap<>(properties);
        // The framework adds some of its own.
        own.keySet().removeIf(key -> !CalibrationDocument.isField(key));
        Fields fields = Fields.ofProperties(own);
        // The configuration alone says what holds, so that it holds after a restart too.
        CalibrationDocument read = CalibrationDocument.read(fields, CalibrationDocument.NEUTRAL);
        List<Fault> faults = fields.faults();
        if (faults.isEmpty()) {
            document = read;
        } else {
            LOG.warn("The configuration {} is not valid and not taken; {} holds. {}", PID, document.map(),
                    faults.stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.ENGLISH)).toList());
        }
    }

    /** What is configured. */
    CalibrationDocument document() {
        return document;
    }

    @Override
    public CorrectionFactors factors() {
        CalibrationDocument now = document;
        ZoneId zone = clock.zone();
        InZone known = inZone;
        if (known == null || known.document != now || !known.zone.equals(zone)) {
            known = new InZone(now, zone, now.factors(zone));
            inZone = known;
        }
        return known.factors;
    }
}
