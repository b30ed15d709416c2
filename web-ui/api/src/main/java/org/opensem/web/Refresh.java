package org.opensem.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.opensem.aggregation.AggregationStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a view shows up to date while it is open. Every second, on the thread of the view's bundle, the page is asked
 * whether it is due; what it then reads there holds up no page, however slow it is, and is shown under the page's lock. An
 * answer that comes when the page has been shown anew meanwhile, since somebody has gone elsewhere, is dropped.
 *
 * @param <R> what is read
 */
public final class Refresh<R> {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    /** In a row, a second apart. */
    private static final int CAUGHT_UP_ANSWERS = 3;

    private final LongSupplier clock;
    private final Page<R> page;
    private volatile Showing last = new Showing(Long.MIN_VALUE, false);
    private volatile CatchUp catchUp;
    private volatile boolean catchingUp;
    private int upToDate;
    private Registration ticking;

    /** What is kept up to date. */
    public interface Page<R> {

        /**
         * Whether there may be something new; asked every second on the bundle's thread, unless the last answer was empty, was
         * not the whole ({@link #again}) or is of the future, for then it is due anyway.
         *
         * @param seconds since the page was shown, 0 or more
         */
        boolean isDue(long seconds);

        /**
         * Reads what is to be shown without touching the page, on the bundle's thread or under the page's lock. Empty while a
         * service that it needs is away; a {@link RuntimeException} means the same, since what it reads from may be going away
         * just now.
         */
        Optional<R> read();

        /** Shows it; under the page's lock. */
        void show(R read);

        /** Says that nothing was to be had, beside what is shown already; under the page's lock. It is tried again soon. */
        void showAway();
    }

    /** When something was shown and whether it was the whole. Another showing is another object, also in the same second. */
    private record Showing(long epochSecond, boolean whole) {}

    /**
     * Begins when the view is attached and ends when it is detached.
     *
     * @param ticker runs something every second on a thread of the view's bundle until the result is removed, for example
     *         {@link Ticker#every}
     * @param clock the epoch second now
     */
    public Refresh(Component view, Function<Runnable, Registration> ticker, LongSupplier clock, Page<R> page) {
        this.clock = clock;
        this.page = page;
        view.addAttachListener(event -> {
            UI ui = event.getUI();
            ticking = ticker.apply(() -> tick(ui));
        });
        view.addDetachListener(event -> ticking.remove());
    }

    /**
     * Lets a line tell while the figures are catching up. It is asked every second; when they have caught up the page is read
     * again at once, and the line goes with the sums that were too small. Say so before the view is attached.
     */
    public Refresh<R> telling(CatchUp line) {
        catchUp = line;
        return this;
    }

    /** Reads and shows at once, since somebody has asked for it; under the page's lock. */
    public void now() {
        long second = clock.getAsLong();
        boolean behind = is(AggregationStatus::isCatchingUp);
        show(second, read());
        tell(behind);
    }

    /** Says that the view has just been shown otherwise: what is being read meanwhile is outdated. Under the page's lock. */
    public void shown() {
        last = new Showing(clock.getAsLong(), true);
    }

    /** Says that what was shown is not the whole, so that it is read again within a second. Under the page's lock. */
    public void again() {
        last = new Showing(last.epochSecond(), false);
    }

    private void tick(UI ui) {
        Showing before = last;
        long second = clock.getAsLong();
        // Asked before anything is read: what is read after a no holds everything.
        boolean behind = isStillBehind();
        boolean caughtUp = catchingUp && !behind;
        if (!caughtUp && before.whole() && second >= before.epochSecond() && !page.isDue(second - before.epochSecond())) {
            if (behind != catchingUp) {
                access(ui, () -> tell(behind));
            }
            return;
        }
        Optional<R> read = read();
        access(ui, () -> {
            if (last == before) {
                show(second, read);
                tell(behind);
            }
        });
    }

    private static void access(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            LOG.trace("The page has gone", e);
        }
    }

    private boolean is(Predicate<AggregationStatus> behind) {
        CatchUp line = catchUp;
        return line != null && line.status().filter(behind).isPresent();
    }

    /** A pause between two parts of a long import is not yet the end: a line that flickers says nothing. */
    private boolean isStillBehind() {
        if (!catchingUp) {
            upToDate = 0;
            return is(AggregationStatus::isCatchingUp);
        }
        upToDate = is(AggregationStatus::pending) ? 0 : upToDate + 1;
        return upToDate < CAUGHT_UP_ANSWERS;
    }

    private void tell(boolean behind) {
        CatchUp line = catchUp;
        if (line != null && behind != catchingUp) {
            catchingUp = behind;
            line.show(behind);
        }
    }

    private Optional<R> read() {
        try {
            return page.read();
        } catch (RuntimeException e) {
            LOG.debug("What the page shows is not to be had now", e);
            return Optional.empty();
        }
    }

    private void show(long second, Optional<R> read) {
        last = new Showing(second, read.isPresent());
        read.ifPresentOrElse(page::show, page::showAway);
    }
}
