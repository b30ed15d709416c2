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
    private final long[] timelines;
    private final List<Sample> samples;

    /**
     * Samples with a time of their own.
     *
     * @throws IllegalArgumentException if the two differ in length or are empty
     */
    public SampleBatch(long epoch, long[] sequences, List<Sample> samples) {
        this(epoch, sequences, new long[sequences.length], samples);
    }

    /**
     * Samples that a clock stamped.
     *
     * @param timelines see {@link #timeline}
     * @throws IllegalArgumentException if the three differ in length or are empty
     */
    public SampleBatch(long epoch, long[] sequences, long[] timelines, List<Sample> samples) {
        if (sequences.length != samples.size() || timelines.length != sequences.length || sequences.length == 0) {
            throw new IllegalArgumentException("A batch has one sequence and one timeline per sample, and at least one sample");
        }
        this.timelines = Arrays.copyOf(timelines, timelines.length);
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

    /**
     * Which of the clock's timelines stamped the i-th sample, an id of {@code org.opensem.time.Timelines}: where that turns out
     * to be wrong the sample belongs to another second (T6). 0 if none did: it has a time of its own, as a replay's have.
     */
    public long timeline(int i) {
        return timelines[i];
    }

    /** The position of the last sample. */
    public Position end() {
        return position(sequences.length - 1);
    }
}
