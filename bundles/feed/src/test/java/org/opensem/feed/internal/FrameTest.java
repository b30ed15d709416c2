package org.opensem.feed.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;

class FrameTest {
    private static final long SECOND = Instant.parse("2016-02-29T13:27:01Z").getEpochSecond();

    @Test
    void aFrameIsTheManualsLineByteForByte_F2() {
        assertThat(new Frame("1a2b3c").text(Sample.ofPhases(SECOND, 220_357, 412_216, 87_039)))
                .isEqualTo("2016-02-29 13:27:01 SEM-1a2b3c-0-000 719.612 W 220.357 W 412.216 W 87.039 W");
    }

    @Test
    void feedInAndSmallPowersKeepTheirPlaces_F2() {
        assertThat(new Frame("00ff00").text(Sample.ofPhases(SECOND, -1_000_005, 7, 0)))
                .isEqualTo("2016-02-29 13:27:01 SEM-00ff00-0-000 -999.998 W -1000.005 W 0.007 W 0.000 W");
        assertThat(new Frame("00ff00").text(Sample.ofPhases(SECOND, -40, 0, 0)))
                .isEqualTo("2016-02-29 13:27:01 SEM-00ff00-0-000 -0.040 W -0.040 W 0.000 W 0.000 W");
    }

    @Test
    void aMeterWithoutPhasesHasTheTotalOnly_T7() {
        assertThat(new Frame("00ff00").text(Sample.ofTotal(SECOND, 719_612)))
                .isEqualTo("2016-02-29 13:27:01 SEM-00ff00-0-000 719.612 W");
    }

    @Test
    void theMachinesLanguageDoesNotMatter_F2() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Frame("1a2b3c").text(Sample.ofTotal(SECOND, 1_234)))
                    .isEqualTo("2016-02-29 13:27:01 SEM-1a2b3c-0-000 1.234 W");
        } finally {
            Locale.setDefault(before);
        }
    }
}
