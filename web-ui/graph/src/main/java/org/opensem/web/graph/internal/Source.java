package org.opensem.web.graph.internal;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.metering.Sample;
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
}
