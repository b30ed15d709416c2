package org.opensem.store.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.opensem.metering.Sample;

/** Some seconds of an hour as a row of the journal: plain, because such a row lives for an hour at most. */
public final class PacketCodec {
    /** How many seconds a row takes at most. */
    public static final int MOST = 2_000;

    private static final int PHASED = 0x8000;

    private PacketCodec() {}

    /** The seconds {@code seconds[from...to)} of an hour. */
    public static byte[] encode(HourImage image, int[] seconds, int from, int to) {
        ByteBuffer out = ByteBuffer.allocate(Envelope.LENGTH + 2 + (to - from) * 14 + VectorReader.PADDING);
        out.order(ByteOrder.LITTLE_ENDIAN).position(Envelope.LENGTH);
        out.putShort((short) (to - from));
        for (int i = from; i < to; i++) {
            int second = seconds[i];
            if (image.hasPhases(second)) {
                out.putShort((short) (second | PHASED));
                out.putInt(image.l1[second]).putInt(image.l2[second]).putInt(image.l3[second]);
            } else {
                out.putShort((short) second).putInt(image.total[second]);
            }
        }
        byte[] bytes = new byte[out.position() + VectorReader.PADDING];
        out.flip().get(bytes, 0, out.limit());
        return Envelope.seal(bytes, image.hour());
    }

    /** Puts the seconds into their hour. */
    public static void decode(byte[] bytes, HourImage into) throws CorruptBlockException {
        Envelope.check(bytes, bytes.length, into.hour());
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(Envelope.LENGTH);
        for (int left = in.getShort(); left > 0; left--) {
            int second = in.getShort() & 0xFFFF;
            if ((second & PHASED) == 0) {
                into.put(second, in.getInt(), Sample.ABSENT, Sample.ABSENT, Sample.ABSENT);
            } else {
                int l1 = in.getInt();
                int l2 = in.getInt();
                int l3 = in.getInt();
                into.put(second & ~PHASED, l1 + l2 + l3, l1, l2, l3);
            }
        }
    }
}
