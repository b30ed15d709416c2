package org.opensem.store.internal.codec;

import java.util.List;

/** Walks through a block minute by minute, decoding or passing over each; not thread-safe. */
public final class BlockReader {
    private static final long[] EMPTY = new long[HourImage.WORDS];
    private final VectorReader reader = new VectorReader();
    private final HourImage image = new HourImage(0);
    private final long[] present = new long[HourImage.WORDS];
    private final long[] phased = new long[HourImage.WORDS];
    private final int[][] compact = new int[Figures.SERIES][60];
    /** Parts are put together here: always the same few pages of memory, which stay in the processor's cache. */
    private byte[] whole = new byte[20_000];
    private Pyramid pyramid;
    private int next;

    /**
     * Begins with a block.
     *
     * @param parts of the block, which follow one another
     * @param ofBlock the block's pyramid, which must stay as it is meanwhile
     */
    public void open(List<byte[]> parts, long hour, Pyramid ofBlock) throws CorruptBlockException {
        int length = join(parts);
        byte[] bytes = parts.size() == 1 ? parts.getFirst() : whole;
        Envelope.check(bytes, length, hour);
        try {
            MaskCodec masks = new MaskCodec(Envelope.LENGTH);
            masks.read(bytes, present, EMPTY);
            masks.read(bytes, phased, present);
            reader.open(bytes, masks.position());
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptBlockException("a mask is cut off", e);
        }
        image.reset(hour).masks(present, phased);
        pyramid = ofBlock;
        next = 0;
        if (image.count() != pyramid.hour().seconds || image.phasedCount() != pyramid.hour().phased) {
            throw new CorruptBlockException("block and pyramid do not belong together");
        }
    }

    private int join(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        if (parts.size() > 1) {
            whole = length > whole.length ? new byte[length * 2] : whole;
            int filled = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, whole, filled, part.length);
                filled += part.length;
            }
        }
        return length;
    }

    /** The seconds decoded so far; the masks hold for the whole hour. Valid until the next {@link #open}. */
    public HourImage image() {
        return image;
    }

    /** Decodes everything. */
    public HourImage all() throws CorruptBlockException {
        for (int m = next; m < HourImage.MINUTES; m++) {
            minute(m);
        }
        return image;
    }

    /** Decodes a minute to {@link #image}; minutes before it that were not decoded are passed over. */
    public void minute(int minute) throws CorruptBlockException {
        try {
            while (next < minute) {
                skip(next++);
            }
            next++;
            if (pyramid.phased[minute] == 60) {
                full(minute);
            } else if (pyramid.seconds[minute] > 0) {
                partial(minute);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptBlockException("content does not fit its counts", e);
        }
    }

    private void skip(int minute) {
        for (int series = 1; series < Figures.SERIES; series++) {
            reader.skip(pyramid.phased[minute]);
        }
        reader.skip(pyramid.seconds[minute] - pyramid.phased[minute]);
    }

    private void full(int minute) {
        int from = minute * 60;
        reader.read(60, pyramid.min[1][minute], image.l1, from);
        reader.read(60, pyramid.min[2][minute], image.l2, from);
        reader.read(60, pyramid.min[3][minute], image.l3, from);
    }

    private void partial(int minute) {
        int phasedCount = pyramid.phased[minute];
        for (int series = 1; series < Figures.SERIES; series++) {
            reader.read(phasedCount, pyramid.min[series][minute], compact[series], 0);
        }
        reader.read(pyramid.seconds[minute] - phasedCount, pyramid.min[0][minute], compact[0], 0);
        int p = 0;
        int t = 0;
        for (int s = minute * 60; s < minute * 60 + 60; s++) {
            if (image.hasPhases(s)) {
                image.l1[s] = compact[1][p];
                image.l2[s] = compact[2][p];
                image.l3[s] = compact[3][p++];
            } else if (image.has(s)) {
                image.total[s] = compact[0][t++];
            }
        }
    }
}
