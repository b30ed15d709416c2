package org.opensem.aggregation.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The minute medians of the slots computed last: spares reading the trailing 24 hours for every provisional base load. Nothing is
 * ever added to an entry: it is replaced whenever its slot is computed, and read again from the seconds when it is missing.
 */
final class MinuteCache extends LinkedHashMap<Long, Minutes> {
    /** 41 days, about 1.5 MB. */
    private static final int MOST = 4_000;

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Minutes> eldest) {
        return size() > MOST;
    }
}
