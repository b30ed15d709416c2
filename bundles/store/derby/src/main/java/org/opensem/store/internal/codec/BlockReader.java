package org.opensem.store.internal.codec;

/** Walks through a block minute by minute, decoding or passing over each; not thread-safe. */
public final class BlockReader {
    private static final long[] EMPTY = new long[HourImage.WORDS];
    private final VectorReader reader = new VectorReader();
    private final HourImage image = new HourImage(0);
    private final long[] present = new long[HourImage.WORDS];
    private final long[] phased = new long[HourImage.WORDS];
    private final int[][] compact = new int[Figures.SERIES][60];
    private Pyramid pyramid;
    private int next;

    /**
     * Begins with a block.
     *
     * @param ofBlock the block's pyramid, which must stay as it is meanwhile
     */
    public void open(byte[] bytes, long hour, Pyramid ofBlock) throws CorruptBlockException {
        Envelope.check(bytes, hour);
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
        reader.read(60, pyramid.levels[1][minute], image.l1, from);
        reader.read(60, pyramid.levels[2][minute], image.l2, from);
        reader.read(60, pyramid.levels[3][minute], image.l3, from);
        for (int s = from; s < from + 60; s++) {
            image.total[s] = image.l1[s] + image.l2[s] + image.l3[s];
        }
    }

    private void partial(int minute) {
        int phasedCount = pyramid.phased[minute];
        for (int series = 1; series < Figures.SERIES; series++) {
            reader.read(phasedCount, pyramid.levels[series][minute], compact[series], 0);
        }
        reader.read(pyramid.seconds[minute] - phasedCount, pyramid.levels[0][minute], compact[0], 0);
        int p = 0;
        int t = 0;
        for (int s = minute * 60; s < minute * 60 + 60; s++) {
            if (image.hasPhases(s)) {
                image.l1[s] = compact[1][p];
                image.l2[s] = compact[2][p];
                image.l3[s] = compact[3][p];
                image.total[s] = compact[1][p] + compact[2][p] + compact[3][p++];
            } else if (image.has(s)) {
                image.total[s] = compact[0][t++];
            }
        }
    }
}
