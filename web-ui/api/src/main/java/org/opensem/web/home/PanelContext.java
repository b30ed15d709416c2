package org.opensem.web.home;

import java.util.function.Consumer;
import org.opensem.aggregation.Period;
import org.opensem.web.ViewContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What Home lends to one instance of a panel. {@link #state}, {@link #go} and {@link #onState} are of the panel alone: its
 * parameters stand in Home's address behind its id and a dot. So are its preferences. All listeners are called with the UI's
 * lock held, for as long as the panel is shown.
 */
@ProviderType
public interface PanelContext extends ViewContext {

    /**
     * Called with the figures of what Home shows: at once when there are any, whenever somebody chooses another period or unit,
     * and every ten seconds or so while they can grow. While their services are being updated, the last ones stay.
     */
    void onFigures(Consumer<HomeFigures> listener);

    /** Goes to another period, with an entry in the browser's history. One that begins after now is not shown. */
    void show(Period period);
}
