package org.opensem.web.graph.internal;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;

/** What the graph's page reads beside the curve; every part of it may be away for a while (X2). */
interface Source {

    /** Now, in the configured zone. */
    ZonedDateTime now();

    /** Whether the curve, or where measuring began, cannot be told now. */
    default boolean away() {
        return false;
    }

    /** The newest sample in memory. */
    Optional<Sample> newest();

    /** The figures of a window; empty while its services are away. */
    Optional<WindowFigures> figures(Window window, Phases phases);

    /** The first measured second ever if it lies in the window, as far as that can be told now. */
    OptionalLong first(Window window);

    /** What is marked invalid (G7), by its start; empty while the store is away. */
    Optional<List<InvalidRange>> marks();

    /** Marks a stretch; false if the store could not. */
    boolean mark(Window stretch, String reason);

    /** Takes a mark back, which may have gone already; false if the store could not. */
    boolean takeBack(long id);
}
