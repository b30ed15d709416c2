package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;

/** E4: the first value that Home shows is corrected like those that follow. */
class ServicesTest {
    @Test
    void theNewestSampleIsCorrectedAlsoWhileTheCalibrationIsAway() {
        Services services = new Services();
        services.live = new LiveSamples() {
            @Override
            public Optional<Sample> newest() {
                return Optional.of(Sample.ofTotal(100, 1_000_000));
            }

            @Override
            public List<Sample> from(long epochSecond) {
                return List.of();
            }

            @Override
            public Counts counts() {
                return new Counts(1, 0, 0, 0);
            }
        };
        Source source = services.at(ZoneOffset.UTC);
        assertThat(source.newest()).contains(Sample.ofTotal(100, 1_000_000));
        services.calibration = () -> CorrectionFactors.always(new BigDecimal("0.97"));
        assertThat(source.newest()).contains(Sample.ofTotal(100, 970_000));
        services.calibration = null;
        assertThat(source.newest()).contains(Sample.ofTotal(100, 970_000));
    }
}
