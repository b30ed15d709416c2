package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.testkit.TestClock;

/** E4: the first value that Home shows is corrected like those that follow; T1: in the zone that is set. */
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
        Source source = services.at(() -> ZoneOffset.UTC);
        assertThat(source.newest()).contains(Sample.ofTotal(100, 1_000_000));
        services.calibration = () -> CorrectionFactors.always(new BigDecimal("0.97"));
        assertThat(source.newest()).contains(Sample.ofTotal(100, 970_000));
        services.calibration = null;
        assertThat(source.newest()).contains(Sample.ofTotal(100, 970_000));
    }

    @Test
    void anOpenPageFollowsTheZone_T1() {
        Services services = new Services();
        services.clock = new TestClock(Instant.parse("2026-11-19T20:47:12Z"));
        HomeContribution home = new HomeContribution(services, Panels.own());
        Tab tab = new Tab();
        Component view = home.create(tab);
        assertThat(Tab.text(view)).contains("Donnerstag, 19. November 2026");

        tab.zone = ZoneId.of("Asia/Tokyo");
        tab.go(Map.of("unit", "kwh"));
        assertThat(Tab.text(view)).contains("Freitag, 20. November 2026");
        home.stop();
    }
}
