package org.opensem.web.home.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.internal.PanelRegistry.Entry;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panels of one page, in rows. It makes those that are to be seen, and lets go of one that is hidden, or whose service goes
 * (H1, X4). One that fails is replaced; the others go on.
 */
final class Board extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final String WIDE = "--wide";
    private static final String MEDIUM = "--medium";
    /** So many fit on a page of paper as they are on the screen. */
    private static final int PAGE_ROWS = 2;

    private final PanelRegistry registry;
    private final ViewContext context;
    private final Words words;
    private final HostedPanel.Navigation navigation;
    private final PanelChoice choice;
    private final Map<String, Shown> shown = new HashMap<>();
    private volatile long revision;
    private Place place;
    private HomeFigures figures;
    private Sample newest;

    /** A panel on the page. Of its bundle nothing is kept but the component, which goes with the panel. */
    private static final class Shown {
        private final ServiceReference<HomePanel> reference;
        private final String id;
        private final String title;
        private final HostedPanel lent;
        private Component component;

        Shown(Entry entry, String title, HostedPanel lent) {
            reference = entry.reference();
            id = entry.id();
            this.title = title;
            this.lent = lent;
        }
    }

    Board(PanelRegistry registry, ViewContext context, Words words, Place place, HostedPanel.Navigation navigation) {
        this.registry = registry;
        this.context = context;
        this.words = words;
        this.place = place;
        this.navigation = navigation;
        addClassNames("grid", "home");
        choice = new PanelChoice(words, context, this::arrange);
        renew();
    }

    PanelChoice choice() {
        return choice;
    }

    /** Whether a panel has come or gone since the page was last arranged; may be asked on any thread. */
    boolean isOutdated() {
        return registry.revision() != revision;
    }

    /** Takes over which panels there are. */
    void renew() {
        revision = registry.revision();
        choice.offer(registry.panels());
        arrange();
    }

    void show(HomeFigures now) {
        figures = now;
        all().forEach(one -> guarded(one, () -> one.lent.figures(now)));
    }

    void live(Sample sample) {
        newest = sample;
        all().forEach(one -> guarded(one, () -> one.lent.live(sample)));
    }

    /** Another address. */
    void arrive(Place next) {
        place = next;
        all().forEach(one -> guarded(one, () -> one.lent.accept(next.of(one.id))));
    }

    private List<Shown> all() {
        return List.copyOf(shown.values());
    }

    private void arrange() {
        List<Entry> wanted = registry.panels().stream().filter(entry -> choice.isShown(entry.id())).toList();
        letGo(wanted.stream().map(Entry::reference).toList());
        List<Integer> columns = wanted.stream().map(entry -> entry.descriptor().columns()).toList();
        List<Integer> wide = Rows.wide(columns);
        List<Integer> medium = Rows.medium(columns);
        int rows = Rows.count(wide);
        getStyle().set("--rows", String.valueOf(rows));
        setClassName("tall", rows > PAGE_ROWS);
        for (int i = 0; i < wanted.size(); i++) {
            Entry entry = wanted.get(i);
            Component component = shown.computeIfAbsent(entry.id(), id -> create(entry)).component;
            component.getStyle().set(WIDE, wide.get(i).toString()).set(MEDIUM, medium.get(i).toString());
            if (indexOf(component) != i) {
                addComponentAtIndex(i, component);
            }
        }
    }

    private void letGo(List<ServiceReference<HomePanel>> wanted) {
        List<Shown> unwanted = all().stream().filter(one -> !wanted.contains(one.reference)).toList();
        unwanted.forEach(this::drop);
        if (!unwanted.isEmpty()) {
            context.released();
        }
    }

    private Shown create(Entry entry) {
        Shown one = new Shown(entry, words.title(entry.descriptor()),
                new HostedPanel(entry.id(), context, navigation, place.of(entry.id())));
        try {
            one.component = entry.panel().create(one.lent);
            if (newest != null) {
                one.lent.live(newest);
            }
            if (figures != null) {
                one.lent.figures(figures);
            }
        } catch (RuntimeException | LinkageError e) {
            fail(one, e);
        }
        return one;
    }

    private void guarded(Shown one, Runnable work) {
        if (!registry.isThere(one.reference)) {
            // Its bundle has stopped; the next tick takes it away.
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            Component before = one.component;
            fail(one, e);
            one.component.getStyle().set(WIDE, before.getStyle().get(WIDE)).set(MEDIUM, before.getStyle().get(MEDIUM));
            replace(before, one.component);
        }
    }

    private void fail(Shown one, Throwable fault) {
        if (registry.isNewFault(one.id, fault)) {
            LOG.warn("Panel {} failed; its place offers to try again", one.id, fault);
        } else {
            LOG.debug("Panel {} failed again", one.id, fault);
        }
        one.lent.end();
        Say say = new Say("warn").show(words.get("fault"), words.get("fault.more"));
        say.step(words.get("fault.step"), () -> again(one));
        one.component = new Panel(one.id, one.title).body(say);
    }

    private void again(Shown one) {
        if (shown.get(one.id) == one) {
            drop(one);
            arrange();
        }
    }

    private void drop(Shown one) {
        shown.remove(one.id);
        one.lent.end();
        try {
            remove(one.component);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Panel {} failed when it was closed", one.id, e);
            one.component.getElement().removeFromParent();
        }
    }
}
