package org.opensem.store.internal.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Which seconds of an hour are there. A full or empty hour costs a byte, few gaps cost runs, many a bitmap. */
final class MaskCodec {
    private static final int NONE = 0;
    private static final int ALL = 1;
    private static final int SAME = 2;
    private static final int RUNS = 3;
    private static final int BITMAP = 4;
    private static final int BITMAP_BYTES = HourImage.SECONDS / 8;
    private static final long[] FULL = full();

    private int position;

    /** @param like a mask that both sides know already */
    static void write(ByteArrayOutputStream out, long[] mask, long[] like) {
        if (Arrays.equals(mask, like)) {
            out.write(SAME);
        } else if (Arrays.equals(mask, FULL)) {
            out.write(ALL);
        } else if (Arrays.stream(mask).allMatch(word -> word == 0)) {
            out.write(NONE);
        } else {
            ByteArrayOutputStream runs = runs(mask);
            if (runs.size() < BITMAP_BYTES) {
                out.write(RUNS);
                out.writeBytes(runs.toByteArray());
            } else {
                out.write(BITMAP);
                for (int i = 0; i < BITMAP_BYTES; i++) {
                    out.write((int) (mask[i / 8] >>> i % 8 * 8));
                }
            }
        }
    }

    /** Lengths of runs, absent and present in turn, until the hour is full; two bytes each. */
    private static ByteArrayOutputStream runs(long[] mask) {
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        boolean state = false;
        int start = 0;
        for (int s = 0; s <= HourImage.SECONDS; s++) {
            if (s == HourImage.SECONDS || (mask[s >>> 6] >>> s & 1) != 0 != state) {
                runs.write(s - start >>> 8);
                runs.write(s - start);
                start = s;
                state = !state;
            }
        }
        return runs;
    }

    MaskCodec(int position) {
        this.position = position;
    }

    /** Where the byte after the masks read so far is. */
    int position() {
        return position;
    }

    void read(byte[] bytes, long[] mask, long[] like) throws CorruptBlockException {
        switch (bytes[position++]) {
            case SAME -> System.arraycopy(like, 0, mask, 0, mask.length);
            case ALL -> System.arraycopy(FULL, 0, mask, 0, mask.length);
            case NONE -> Arrays.fill(mask, 0);
            case RUNS -> readRuns(bytes, mask);
            case BITMAP -> {
                Arrays.fill(mask, 0);
                for (int i = 0; i < BITMAP_BYTES; i++) {
                    mask[i / 8] |= (bytes[position++] & 0xFFL) << i % 8 * 8;
                }
            }
            default -> throw new CorruptBlockException("unknown kind of mask");
        }
    }

    private void readRuns(byte[] bytes, long[] mask) throws CorruptBlockException {
        Arrays.fill(mask, 0);
        boolean state = false;
        for (int s = 0; s < HourImage.SECONDS; state = !state) {
            int end = s + ((bytes[position++] & 0xFF) << 8 | bytes[position++] & 0xFF);
            if (end > HourImage.SECONDS) {
                throw new CorruptBlockException("a run of seconds goes beyond the hour");
            }
            for (; s < end; s++) {
                mask[s >>> 6] |= state ? 1L << s : 0;
            }
        }
    }

    private static long[] full() {
        long[] mask = new long[HourImage.WORDS];
        for (int s = 0; s < HourImage.SECONDS; s++) {
            mask[s >>> 6] |= 1L << s;
        }
        return mask;
    }
}
