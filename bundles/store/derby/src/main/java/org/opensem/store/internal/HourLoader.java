package org.opensem.store.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opensem.store.internal.codec.BlockReader;
import org.opensem.store.internal.codec.CorruptBlockException;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;
import org.opensem.store.internal.codec.PyramidCodec;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.store.internal.jdbc.StoreTables.Span;
import org.opensem.store.internal.jdbc.StoreTables.StoredHour;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches packed hours for one reader and decodes them; not thread-safe. A block that was replaced since the reader looked it
 * up is looked up again; a corrupt one is reported once and is a gap.
 */
final class HourLoader {
    private static final Logger LOG = LoggerFactory.getLogger(HourLoader.class);
    /** More often than this a block is not replaced under a reader unless something is wrong. */
    private static final int MOST_LOOKUPS = 20;
    private static final int MOST_REPORTS = 1_000;

    private final StoreTables tables;
    private final Supplier<Directory> directory;
    private final Set<Long> reported;
    private final PyramidCodec pyramids = new PyramidCodec();
    private final Pyramid pyramid = new Pyramid();
    private final Map<Long, StoredHour> fetched = new HashMap<>();
    private FetchAhead ahead;
    private BlockReader blocks;
    private HourImage copy;

    private HourLoader(StoreTables tables, Supplier<Directory> directory, Set<Long> reported) {
        this.tables = tables;
        this.directory = directory;
        this.reported = reported;
    }

    /** Makes loaders that report a corrupt block once between them. */
    static Supplier<HourLoader> factory(StoreTables tables, Supplier<Directory> directory) {
        Set<Long> reported = ConcurrentHashMap.newKeySet();
        return () -> new HourLoader(tables, directory, reported);
    }

    /** Fetches the hours [fromHour, toHour) at once; what was fetched before is forgotten. */
    void fetch(long fromHour, long toHour, boolean withSeconds) {
        fetch(List.of(new Span(fromHour, toHour, withSeconds)));
    }

    /** Begins to fetch the hours [fromHour, toHour) while those fetched before are decoded; to be followed by the next. */
    void fetchAhead(long fromHour, long toHour) {
        ahead = new FetchAhead(tables, List.of(new Span(fromHour, toHour, true)));
    }

    /** Goes on with what was fetched ahead; what was fetched before is forgotten. */
    void next() {
        fetched.clear();
        put(ahead.get());
    }

    /** Fetches some spans of hours at once; what was fetched before is forgotten. */
    void fetch(List<Span> spans) {
        fetched.clear();
        add(spans);
    }

    private void add(List<Span> spans) {
        if (!spans.isEmpty()) {
            put(tables.hours(spans));
        }
    }

    private void put(List<StoredHour> hours) {
        for (StoredHour hour : hours) {
            fetched.put(hour.id(), hour);
        }
    }

    /**
     * Where an hour is now, its block among the fetched ones; null if it is gone.
     *
     * @param ref where it was
     */
    HourRef locate(HourRef ref, boolean withSeconds) {
        HourRef now = ref;
        for (int i = 0; i < MOST_LOOKUPS && now != null && now.open() == null && !fetched.containsKey(now.id()); i++) {
            now = directory.get().get(ref.hour());
            if (now != null && now.open() == null) {
                add(List.of(new Span(ref.hour(), ref.hour() + 1, withSeconds)));
            }
        }
        if (now != null && now.open() == null && !fetched.containsKey(now.id())) {
            report(now.id(), "its row is missing");
            return null;
        }
        return now;
    }

    /** The open hour as it is now; valid until the next call. */
    HourImage copy(HourImage open) {
        if (copy == null) {
            copy = new HourImage(open.hour());
        }
        synchronized (open) {
            return copy.copyFrom(open);
        }
    }

    /** The pyramid of a located hour, valid until the next call; null if it is corrupt. */
    Pyramid pyramid(HourRef ref) {
        try {
            pyramids.decode(fetched.get(ref.id()).pyramid(), ref.hour(), pyramid);
            return pyramid;
        } catch (CorruptBlockException e) {
            report(ref.id(), e.getMessage());
            return null;
        }
    }

    /** A located hour's block, to be decoded with its pyramid; valid until the next call; null if it is corrupt. */
    BlockReader block(HourRef ref, Pyramid ofBlock) {
        if (blocks == null) {
            blocks = new BlockReader();
        }
        try {
            blocks.open(fetched.get(ref.id()).parts(), ref.hour(), ofBlock);
            return blocks;
        } catch (CorruptBlockException e) {
            report(ref.id(), e.getMessage());
            return null;
        }
    }

    /** All seconds of a located hour, valid until the next call; null if they cannot be read. */
    HourImage seconds(HourRef ref) {
        if (ref.open() != null) {
            return copy(ref.open());
        }
        Pyramid ofBlock = pyramid(ref);
        BlockReader block = ofBlock == null ? null : block(ref, ofBlock);
        try {
            return block == null ? null : block.all();
        } catch (CorruptBlockException e) {
            report(ref.id(), e.getMessage());
            return null;
        }
    }

    void report(long id, String what) {
        if (reported.size() < MOST_REPORTS && reported.add(id)) {
            LOG.warn("The stored block {} of the hour from epoch second {} is damaged ({}); the hour is shown as a gap. "
                    + "Import its measurements again to replace it.", id, HourRef.hourOf(id) * HourImage.SECONDS, what);
        } else {
            LOG.debug("Damaged block {}: {}", id, what);
        }
    }
}
