package org.opensem.store.internal;

import org.opensem.store.internal.codec.BlockWriter;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;
import org.opensem.store.internal.codec.PyramidCodec;
import org.opensem.store.internal.jdbc.Commit;

/** Packs hours into blocks. Not thread-safe. */
final class Packer {
    private final Pyramid pyramid = new Pyramid();
    private final PyramidCodec pyramids = new PyramidCodec();
    private final BlockWriter blocks = new BlockWriter();

    Commit.Block pack(HourImage image, long id) {
        pyramid.of(image);
        return new Commit.Block(id, image.count(), image.phasedCount(), image.first(), image.last(),
                pyramids.encode(pyramid, image.hour()), blocks.encode(image, pyramid));
    }
}
