package org.opensem.examples.standby;

import java.util.List;
import java.util.Optional;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;

/** What a house draws when nothing is switched on: the lowest power of the last minutes. */
final class Standby {
    /** The sampler remembers so many minutes. */
    static final int MOST_MINUTES = 15;

    private Standby() {}

    /**
     * @param lowest the sample with the lowest total; of several the earliest
     * @param meanMilliwatts mean total of all of them
     * @param seconds how many samples there are
     */
    record Result(Sample lowest, double meanMilliwatts, int seconds) {

        /** The lowest total in watts. */
        double watts() {
            return lowest.totalMilliwatts() / 1000.0;
        }

        double meanWatts() {
            return meanMilliwatts / 1000.0;
        }

        /** The lowest sample's power of a phase in watts; 0 where the meter tells no phases. */
        double watts(Phase phase) {
            return lowest.hasPhases() ? lowest.milliwatts(phase) / 1000.0 : 0;
        }

        /** What it adds up to in a year of 365 days, in kWh. */
        double yearKilowattHours() {
            return watts() * 24 * 365 / 1000;
        }
    }

    /** The result of samples in any order; empty when there are none. */
    static Optional<Result> of(List<Sample> samples) {
        return samples.stream()
                .min((a, b) -> a.totalMilliwatts() != b.totalMilliwatts()
                        ? Integer.compare(a.totalMilliwatts(), b.totalMilliwatts())
                        : Long.compare(a.epochSecond(), b.epochSecond()))
                .map(lowest -> new Result(lowest,
                        samples.stream().mapToInt(Sample::totalMilliwatts).average().orElseThrow(), samples.size()));
    }
}
