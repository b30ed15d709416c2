package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.opensem.metering.Position;
import org.opensem.store.internal.codec.CorruptBlockException;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.PacketCodec;
import org.opensem.store.internal.jdbc.StoreTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out from the tables where the last run ended. Blocks stay packed, except one whose hour the journal goes on with. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final ChangeFeed changes;
    private final List<Long> garbage = new ArrayList<>();
    private final TreeMap<Long, OpenHour> open = new TreeMap<>();
    private final Directory directory;
    private final Position position;
    private final Marks marks;
    private final List<StoreTables.HeldLine> held;
    private final long move;

    /** @param awaited followers that the retention waits for from the very beginning */
    Recovery(StoreTables tables, Set<String> awaited) {
        StoreTables.Contents contents = tables.contents();
        changes = new ChangeFeed(tables, contents.progress(), contents.followers(), awaited);
        position = contents.progress().position();
        marks = contents.marks();
        held = contents.held();
        move = contents.move();
        TreeMap<Long, HourRef> hours = new TreeMap<>();
        for (HourRef ref : contents.hours()) {
            HourRef earlier = hours.put(ref.hour(), ref);
            if (earlier != null) {
                garbage.add(earlier.id());
            }
        }
        openHours(tables, contents.journal(), hours);
        directory = Directory.of(hours.values());
    }

    private void openHours(StoreTables tables, List<StoreTables.JournalRow> journal, TreeMap<Long, HourRef> hours) {
        HourLoader loader = HourLoader.factory(tables, () -> Directory.of(hours.values())).get();
        int damaged = 0;
        for (StoreTables.JournalRow row : journal) {
            OpenHour hour = open.computeIfAbsent(row.hour(), h -> new OpenHour(base(loader, h, hours.get(h)), true));
            try {
                PacketCodec.decode(row.data(), hour.image());
            } catch (CorruptBlockException e) {
                damaged++;
            }
        }
        if (damaged > 0) {
            LOG.warn("{} packets of ten seconds in the journal are damaged and left out", damaged);
        }
        open.forEach((hour, opened) -> {
            HourRef ref = hours.getOrDefault(hour, new HourRef(hour, 0, 0, -1, -1, null));
            hours.put(hour, new HourRef(hour, ref.id(), ref.seconds(), ref.first(), ref.last(), opened.image()));
        });
    }

    private static HourImage base(HourLoader loader, long hour, HourRef stored) {
        HourImage image = new HourImage(hour);
        if (stored != null) {
            loader.fetch(hour, hour + 1, true);
            HourImage seconds = loader.seconds(stored);
            if (seconds != null) {
                image.copyFrom(seconds);
            }
        }
        return image;
    }

    ChangeFeed changes() {
        return changes;
    }

    /** Blocks that were replaced, and whose removal the last run did not come to. */
    List<Long> garbage() {
        return garbage;
    }

    TreeMap<Long, OpenHour> openHours() {
        return open;
    }

    Directory directory() {
        return directory;
    }

    Marks marks() {
        return marks;
    }

    Position position() {
        return position;
    }

    /** What waits to be told where it belongs, the oldest first. */
    List<StoreTables.HeldLine> held() {
        return held;
    }

    /** The last of the clock's moves that was followed; 0 if none ever was. */
    long move() {
        return move;
    }
}
