package org.opensem.web;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.EnergyService;
import org.opensem.language.Translations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line in a view's head, which says that the figures are still being computed and that sums may grow until then (T4). Add it
 * to the view's {@link org.opensem.web.component.ViewHead}, where it has a place of its own and moves nothing, and give it to
 * the view's {@link Refresh#telling}: it comes when the figures have been behind for longer than is everyday, and goes together
 * with the sums that were too small.
 */
public final class CatchUp extends Span {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final transient Supplier<Optional<EnergyService>> energy;
    private final Span wide = new Span();
    private final Span narrow = new Span();
    private final String sentence;
    private final String brief;

    /** @param energy the figures' service; empty while it is away, which the view says itself */
    public CatchUp(Locale locale, Supplier<Optional<EnergyService>> energy) {
        this.energy = energy;
        Translations texts = Translations.of(CatchUp.class, locale);
        sentence = texts.get("catchup");
        brief = texts.get("catchup.brief");
        addClassName("catchup");
        // Always there, so that a screen reader hears of what comes into it.
        getElement().setAttribute("role", "status");
        wide.addClassName("wide");
        narrow.addClassName("narrow");
        add(wide, narrow);
    }

    /** What the figures' service tells; without touching the page. */
    Optional<AggregationStatus> status() {
        try {
            return energy.get().map(EnergyService::status);
        } catch (RuntimeException e) {
            LOG.debug("Whether the figures are up to date is not to be had now", e);
            return Optional.empty();
        }
    }

    void show(boolean due) {
        wide.setText(due ? sentence : "");
        narrow.setText(due ? brief : "");
    }
}
