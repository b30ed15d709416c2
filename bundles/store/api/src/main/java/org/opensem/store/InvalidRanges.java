package org.opensem.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ranges of measurement that do not count (G7): a meter being exchanged, a fault. They are gaps for {@link SampleStore#read},
 * {@link SampleBuckets} and everything derived; the raw seconds stay, and with them {@link RawSamples}.
 */
@ProviderType
public interface InvalidRanges {
    /** Longest reason, in characters. */
    int MOST_REASON = 200;

    /** All marks, by their start. */
    List<InvalidRange> list();

    /**
     * Marks a range, durably when it returns, and appends what of it is not after the newest second to the {@link ChangeLog} in
     * the same transaction. Ranges may overlap: a second counts as long as no mark covers it. What is stored in the range later
     * does not count either.
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     * @param reason for people, may be empty
     * @throws IllegalArgumentException if the range is empty or the reason too long
     * @throws StoreException if it could not be stored
     */
    InvalidRange mark(long from, long to, String reason);

    /**
     * Takes a mark back, durably when it returns, and appends it to the {@link ChangeLog} like {@link #mark}.
     *
     * @return whether there was such a mark
     * @throws StoreException if it could not be stored; the mark is still there
     */
    boolean takeBack(long id);

    /**
     * A mark.
     *
     * @param id never used again
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     * @param reason for people, may be empty
     */
    record InvalidRange(long id, long from, long to, String reason) {
        public InvalidRange {
            if (from >= to) {
                throw new IllegalArgumentException("A range ends after it begins");
            }
            if (reason.length() > MOST_REASON) {
                throw new IllegalArgumentException("A reason has at most " + MOST_REASON + " characters");
            }
        }
    }
}
