package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;

/** E6: no page stays open that may not be, also if that changed while it was being made. */
class PagesTest {
    private final MeterWatch meter = new MeterWatch(System::nanoTime);
    private final AccessWatch access = new AccessWatch();
    private final Pages pages = new Pages(new ViewRegistry(), meter, access);
    private final Browser browser = new Browser();
    private volatile boolean guarded;

    PagesTest() {
        access.control = new AccessControl() {
            @Override
            public Decision decide(AccessRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Exposure exposure() {
                return new Exposure(true, guarded, false, false, false);
            }

            @Override
            public List<String> names() {
                return List.of();
            }
        };
    }

    /** A page that nobody else is at work in. */
    private static final class Browser extends FakeUi {
        private static final long serialVersionUID = 1;
        private volatile int told;
        private volatile boolean closed;

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            told++;
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @AfterEach
    void stop() {
        pages.close();
        meter.deactivate();
    }

    private void open() {
        pages.open(browser, Fakes.request(Locale.GERMANY, Map.of()));
    }

    @Test
    void aPageThatWasLetInJustBeforeAccessChangedEnds() {
        guarded = true;
        access.accessChanged();
        open();
        await().until(() -> browser.closed);
        assertThat(browser.scripts.getLast()).contains("location.reload");
    }

    @Test
    void aPageThatMayStayEndsOnlyWhenAccessChanges() {
        open();
        await().until(() -> browser.told == 1);
        assertThat(browser.closed).isFalse();
        guarded = true;
        access.accessChanged();
        await().until(() -> browser.closed);
    }
}
