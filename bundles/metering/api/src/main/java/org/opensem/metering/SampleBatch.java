package org.opensem.metering;

import java.util.Arrays;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Samples in the order of their sequence, handed to a {@link SampleListener}. Sequences may have holes, where a sample was
 * dropped because its second had been assigned already.
 */
@ProviderType
public final class SampleBatch {
    private final long epoch;
    private final long[] sequences;
    private final List<Sample> samples;

    /** @throws IllegalArgumentException if the two differ in length or are empty */
    public SampleBatch(long epoch, long[] sequences, List<Sample> samples) {
        if (sequences.length != samples.size() || sequences.length == 0) {
            throw new IllegalArgumentException("A batch has one sequence per sample, and at least one sample");
        }
        this.epoch = epoch;
        this.sequences = Arrays.copyOf(sequences, sequences.length);
        this.samples = List.copyOf(samples);
    }

    public List<Sample> samples() {
        return samples;
    }

    /** The position of the i-th sample. */
    public Position position(int i) {
        return new Position(epoch, sequences[i]);
    }

    /** The position of the last sample. */
    public Position end() {
        return position(sequences.length - 1);
    }
}
