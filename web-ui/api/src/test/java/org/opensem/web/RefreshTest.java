package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.EnergyService;

/** What keeps open pages up to date: H4, V1, G3 and U1, also while bundles are being updated (X2); and honest sums (T4). */
class RefreshTest {
    private static final int REFRESH_SECONDS = 5;

    private final Browser browser = new Browser();
    private final Div view = new Div();
    private final Page page = new Page();
    private final Figures figures = new Figures();
    private final CatchUp line = new CatchUp(Locale.ENGLISH, figures::service);
    private final List<Runnable> ticking = new ArrayList<>();
    private final Refresh<String> refresh = new Refresh<>(view, task -> {
        ticking.add(task);
        return () -> ticking.remove(task);
    }, () -> page.second, page).telling(line);

    /** A page whose lock somebody else has until {@link #run}. */
    private static final class Browser extends UI {
        private static final long serialVersionUID = 1;
        private final transient Queue<Command> waiting = new ArrayDeque<>();
        private boolean gone;

        @Override
        public Future<Void> access(Command command) {
            if (gone) {
                throw new UIDetachedException();
            }
            waiting.add(command);
            return null;
        }

        void run() {
            while (!waiting.isEmpty()) {
                waiting.remove().execute();
            }
        }
    }

    /** Shows how often it was read. */
    private final class Page implements Refresh.Page<String> {
        private final List<String> shown = new ArrayList<>();
        private long second = 100;
        private int reads;
        private boolean away;
        private boolean failing;
        private boolean partial;

        @Override
        public boolean isDue(long seconds) {
            assertThat(seconds).isNotNegative();
            return seconds >= REFRESH_SECONDS;
        }

        @Override
        public Optional<String> read() {
            reads++;
            if (failing) {
                throw new IllegalStateException("the store is being updated");
            }
            return away ? Optional.empty() : Optional.of("answer " + reads);
        }

        @Override
        public void show(String read) {
            shown.add(read);
            if (partial) {
                refresh.again();
            }
        }

        @Override
        public void showAway() {
            shown.add("away");
        }
    }

    @BeforeEach
    void open() {
        refresh.now();
        browser.add(view);
    }

    private void tickAt(long second) {
        page.second = second;
        List.copyOf(ticking).forEach(Runnable::run);
    }

    private void tickAndShowAt(long second) {
        tickAt(second);
        browser.run();
    }

    @Test
    void isReadAgainWhenItIsDue() {
        for (long second = 100; second <= 111; second++) {
            tickAndShowAt(second);
        }

        assertThat(page.shown).as("at 100, 105 and 110").containsExactly("answer 1", "answer 2", "answer 3");
        assertThat(page.reads).isEqualTo(3);
    }

    @Test
    void isReadOffThePagesLock() {
        tickAt(105);
        assertThat(page.reads).isEqualTo(2);
        assertThat(page.shown).hasSize(1);

        browser.run();
        assertThat(page.shown).containsExactly("answer 1", "answer 2");
    }

    @Test
    void anAnswerThatComesAfterSomebodyHasGoneElsewhereIsDropped() {
        tickAt(105);
        refresh.now();
        browser.run();

        assertThat(page.shown).containsExactly("answer 1", "answer 3");
    }

    @Test
    void anAnswerThatComesAfterThePageWasShownOtherwiseIsDropped() {
        tickAt(105);
        refresh.shown();
        browser.run();
        assertThat(page.shown).containsExactly("answer 1");

        tickAndShowAt(109);
        assertThat(page.reads).as("shown at 105").isEqualTo(2);
        tickAndShowAt(110);
        assertThat(page.shown).containsExactly("answer 1", "answer 3");
    }

    @Test
    void ofAnswersThatHaveWaitedForThePageOneIsShown() {
        tickAt(105);
        tickAt(106);
        tickAt(107);
        browser.run();

        assertThat(page.shown).containsExactly("answer 1", "answer 2");
    }

    @Test
    void whatIsAwayOrFailsIsAskedForEverySecond() {
        page.away = true;
        tickAndShowAt(105);
        page.away = false;
        page.failing = true;
        tickAndShowAt(106);
        page.failing = false;
        tickAndShowAt(107);
        tickAndShowAt(108);

        assertThat(page.shown).containsExactly("answer 1", "away", "away", "answer 4");
    }

    @Test
    void whatIsNotTheWholeIsReadAgainASecondLater() {
        page.partial = true;
        tickAndShowAt(105);
        page.partial = false;
        tickAndShowAt(106);
        tickAndShowAt(107);

        assertThat(page.shown).containsExactly("answer 1", "answer 2", "answer 3");
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() { // T6
        tickAndShowAt(50);
        tickAndShowAt(54);

        assertThat(page.shown).containsExactly("answer 1", "answer 2");
    }

    @Test
    void endsWithTheView() {
        assertThat(ticking).hasSize(1);
        browser.gone = true;
        tickAt(105);
        browser.remove(view);

        assertThat(ticking).isEmpty();
        assertThat(page.shown).containsExactly("answer 1");
    }

    private String told() {
        return line.getElement().getTextRecursively();
    }

    @Test
    void aLineTellsWhileTheFiguresCatchUpAndGoesWithTheSumsThatWereTooSmall_T4() {
        assertThat(told()).isEmpty();
        figures.behind = Duration.ofSeconds(4);
        tickAndShowAt(101);
        assertThat(told()).contains("still being computed");
        assertThat(page.shown).as("not due").containsExactly("answer 1");

        figures.behind = Duration.ZERO;
        tickAndShowAt(102);
        tickAndShowAt(103);
        assertThat(told()).as("not yet sure").isNotEmpty();
        assertThat(page.reads).isEqualTo(1);
        tickAt(104);
        assertThat(told()).as("the sums are still the old ones").isNotEmpty();
        browser.run();
        assertThat(told()).isEmpty();
        assertThat(page.shown).containsExactly("answer 1", "answer 2");
        tickAndShowAt(105);
        assertThat(page.reads).as("once").isEqualTo(2);
    }

    @Test
    void whatIsPendingForAMomentMakesNoLineFlicker_T4() {
        for (long second = 101; second < 140; second++) {
            figures.behind = Duration.ofSeconds(second % 10 == 0 ? 1 : 0);
            tickAndShowAt(second);
            assertThat(told()).isEmpty();
        }
        figures.behind = Duration.ofSeconds(20);
        tickAndShowAt(140);
        for (long second = 141; second < 160; second++) {
            figures.behind = Duration.ofSeconds(second % 3 == 0 ? 1 : 0);
            tickAndShowAt(second);
            assertThat(told()).as("a long import in parts").isNotEmpty();
        }
    }

    @Test
    void aPageThatIsOpenedMeanwhileTellsAtOnceAndOneThatIsReadAnewIsRight_T4() {
        figures.behind = Duration.ofMinutes(1);
        refresh.now();
        assertThat(told()).isNotEmpty();

        figures.behind = Duration.ZERO;
        refresh.now();
        assertThat(told()).isEmpty();
        assertThat(page.shown).hasSize(3);
    }

    @Test
    void whatWasReadBeforeSomebodyHasGoneElsewhereEndsNoLine_T4() {
        figures.behind = Duration.ofMinutes(1);
        refresh.now();
        figures.behind = Duration.ZERO;
        tickAndShowAt(101);
        tickAndShowAt(102);
        tickAt(103);
        refresh.shown();
        browser.run();
        assertThat(told()).as("what is shown now was not read after the end").isNotEmpty();

        tickAndShowAt(104);
        assertThat(told()).isEmpty();
    }

    @Test
    void figuresThatAreAwayAreNotToldOfAsCatchingUp_X2() {
        figures.away = true;
        tickAndShowAt(101);
        figures.away = false;
        figures.failing = true;
        tickAndShowAt(102);

        assertThat(told()).isEmpty();
    }

    @Test
    void theLineIsInBothLanguagesAndHeardOfByScreenReaders_E2() {
        CatchUp german = new CatchUp(Locale.GERMANY, figures::service);
        assertThat(german.getElement().getAttribute("role")).isEqualTo("status");
        assertThat(german.getElement().getTextRecursively()).isEmpty();
        german.show(true);

        assertThat(german.getChildren().map(part -> part.getElement().getText())).containsExactly(
                "Die Zahlen werden noch aus den gespeicherten Sekunden berechnet; Summen können noch wachsen.",
                "Zahlen werden noch berechnet; Summen können wachsen.");
    }

    /** A service of figures that tells only how far it is behind. */
    private static final class Figures {
        private Duration behind = Duration.ZERO;
        private boolean away;
        private boolean failing;

        Optional<EnergyService> service() {
            EnergyService service = (EnergyService) Proxy.newProxyInstance(EnergyService.class.getClassLoader(),
                    new Class<?>[] {EnergyService.class}, (proxy, method, values) -> {
                        if (failing) {
                            throw new IllegalStateException("the store is being updated");
                        }
                        return new AggregationStatus(1, !behind.isZero(), behind);
                    });
            return away ? Optional.empty() : Optional.of(service);
        }
    }
}
