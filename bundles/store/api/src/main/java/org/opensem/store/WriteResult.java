package org.opensem.store;

/**
 * @param taken seconds stored, those of {@code derivedOnly} among them
 * @param skipped seconds that were stored already, or twice in the call
 * @param derivedOnly seconds older than the retention: their quarter-hours are computed, then they go
 */
public record WriteResult(long taken, long skipped, long derivedOnly) {

    public WriteResult plus(WriteResult other) {
        return new WriteResult(taken + other.taken, skipped + other.skipped, derivedOnly + other.derivedOnly);
    }
}
