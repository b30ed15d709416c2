package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which hours there are, ascending. Immutable: a commit is followed by another directory. */
final class Directory {
    static final Directory EMPTY = new Directory(new HourRef[0]);

    private final HourRef[] hours;

    private Directory(HourRef[] hours) {
        this.hours = hours;
    }

    static Directory of(Collection<HourRef> refs) {
        HourRef[] hours = refs.toArray(new HourRef[0]);
        Arrays.sort(hours, Comparator.comparingLong(HourRef::hour));
        return new Directory(hours);
    }

    /** With other entries for some hours; null removes an hour. */
    Directory with(Map<Long, HourRef> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        TreeMap<Long, HourRef> sorted = new TreeMap<>(changes);
        List<HourRef> merged = new ArrayList<>(hours.length + changes.size());
        for (HourRef ref : hours) {
            while (!sorted.isEmpty() && sorted.firstKey() < ref.hour()) {
                add(merged, sorted.pollFirstEntry().getValue());
            }
            if (!sorted.isEmpty() && sorted.firstKey() == ref.hour()) {
                add(merged, sorted.pollFirstEntry().getValue());
            } else {
                merged.add(ref);
            }
        }
        sorted.values().forEach(ref -> add(merged, ref));
        return new Directory(merged.toArray(new HourRef[0]));
    }

    private static void add(List<HourRef> refs, HourRef ref) {
        if (ref != null) {
            refs.add(ref);
        }
    }

    /** The entry of an hour, or null. */
    HourRef get(long hour) {
        int i = position(hour);
        return i < hours.length && hours[i].hour() == hour ? hours[i] : null;
    }

    int size() {
        return hours.length;
    }

    HourRef at(int i) {
        return hours[i];
    }

    /** Index of the first entry that is not before an hour. */
    int position(long hour) {
        int low = 0;
        int high = hours.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (hours[middle].hour() < hour) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
