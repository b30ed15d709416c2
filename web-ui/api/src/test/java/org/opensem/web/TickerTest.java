package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.shared.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** X2, X4: what one page does wrong ends neither its own ticking nor that of the others. */
class TickerTest {

    @Test
    void aPageThatFailsIsTickedAgainAndSoAreTheOthers() {
        AtomicInteger failing = new AtomicInteger();
        AtomicInteger swapped = new AtomicInteger();
        AtomicInteger well = new AtomicInteger();
        try (Ticker ticker = new Ticker("ticker of a test")) {
            ticker.every(() -> {
                failing.incrementAndGet();
                throw new IllegalStateException("this page fails");
            });
            ticker.every(() -> {
                swapped.incrementAndGet();
                throw new NoClassDefFoundError("of a bundle that is being swapped");
            });
            ticker.every(well::incrementAndGet);
            await().until(() -> failing.get() > 1 && swapped.get() > 1 && well.get() > 1);
        }
    }

    @Test
    void aPageThatHasGoneIsTickedNoMore() {
        AtomicInteger gone = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        try (Ticker ticker = new Ticker("ticker of a test")) {
            Registration registration = ticker.every(gone::incrementAndGet);
            ticker.every(there::incrementAndGet);
            registration.remove();
            await().until(() -> there.get() > 0);
            assertThat(gone).hasValue(0);
        }
    }
}
