package org.opensem.web.console.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensem.web.console.internal.ViewRegistry.View;
import org.osgi.framework.ServiceReference;

/**
 * The console's only route: shows the view that the address names. Neither Flow's routes nor a session know a class of
 * another bundle; what this host shows it drops as soon as the view's service goes (X2, X4), and makes again when it returns.
 */
public final class ViewHost extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final String ROUTE = ":path*";
    /** The page with what the bottom bar has no room for; no view may have this name. */
    static final String MORE = "more";

    private static final long serialVersionUID = 1;
    private static final String HOME = "home";

    private final transient Page page;
    private String route = "";
    private transient Map<String, String> state = Map.of();
    private transient ServiceReference<?> shown;
    private transient HostedContext context;
    private transient More more;
    private transient ClockNote clockNote;
    private transient MeterNote meterNote;
    private String title = "";

    ViewHost(Page page) {
        this.page = page;
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String path = event.getLocation().getPath();
        Optional<String> first = firstRoute();
        if (path.isEmpty() && first.isPresent()) {
            event.forwardTo(first.get(), event.getLocation().getQueryParameters());
            return;
        }
        enter(path, states(event.getLocation().getQueryParameters()));
    }

    private Optional<String> firstRoute() {
        List<View> views = page.views().views();
        return page.views().find(HOME).or(() -> views.stream().findFirst()).map(View::route);
    }

    private static Map<String, String> states(QueryParameters parameters) {
        return parameters.getParameters().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BrowserLanguage.PARAMETER) && !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    /** Shows the view of an address, or tells the one that is shown of its new state. */
    void enter(String nextRoute, Map<String, String> nextState) {
        boolean same = nextRoute.equals(route) && context != null;
        route = nextRoute;
        state = nextState;
        if (same) {
            guarded(() -> context.accept(nextState));
        } else {
            show();
        }
    }

    private void show() {
        drop();
        setClassName("view v-" + (route.matches("[a-z0-9-]+") ? route : "none"));
        Optional<View> view = page.views().find(route);
        if (route.equals(MORE)) {
            title = page.texts().get("more");
            more = new More(page);
            add(more);
        } else if (view.isPresent()) {
            create(view.get());
        } else {
            title = page.texts().get(page.views().hasSeen(route) || route.isEmpty() ? "away.title" : "unknown.title");
            add(missing());
        }
        note();
    }

    private void note() {
        noteMeter();
        noteClock();
    }

    /** While the meter is silent every view says so. */
    private void noteMeter() {
        boolean quiet = page.meter().isQuiet();
        if (quiet && meterNote == null) {
            meterNote = new MeterNote(page, page.meter().state().newest());
            addComponentAsFirst(meterNote);
        } else if (quiet) {
            meterNote.show(page.meter().state().newest());
        } else if (meterNote != null) {
            remove(meterNote);
            meterNote = null;
        }
    }

    /** While the clock is not set every view says so. */
    private void noteClock() {
        boolean doubted = page.meter().isClockDoubted();
        if (doubted && clockNote == null) {
            clockNote = new ClockNote(page.texts());
            addComponentAsFirst(clockNote);
        } else if (!doubted && clockNote != null) {
            remove(clockNote);
            clockNote = null;
        }
    }

    private Notice missing() {
        if (route.isEmpty()) {
            return Notice.starting(page.texts());
        }
        return page.views().hasSeen(route) ? Notice.away(page.texts())
                : Notice.unknown(page.texts(), firstRoute().orElse(""));
    }

    private void create(View view) {
        title = Menu.title(page, view);
        shown = view.reference();
        context = new HostedContext(page, route, state, (next, parameters) -> page.ui().navigate(next, parameters));
        guarded(() -> {
            Component component = view.contribution().create(context);
            add(component);
            MeterState now = page.meter().state();
            if (now.newest() != null && now.condition() == MeterState.Condition.LIVE) {
                context.live(now.newest());
            }
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            fault(e);
        }
    }

    /** Lets go of the view. */
    private void drop() {
        if (context != null) {
            context.end();
            context = null;
        }
        shown = null;
        more = null;
        clockNote = null;
        meterNote = null;
        try {
            removeAll();
        } catch (RuntimeException | LinkageError e) {
            ConsoleServlet.LOG.debug("View {} failed when it was closed", route, e);
            getElement().removeAllChildren();
        }
    }

    /** Shows one panel in place of a view that failed; everything else goes on. */
    void fault(Throwable fault) {
        if (page.views().isNewFault(route, fault)) {
            ConsoleServlet.LOG.warn("View {} failed; its page offers to try again", route, fault);
        } else {
            ConsoleServlet.LOG.debug("View {} failed again", route, fault);
        }
        ServiceReference<?> view = shown;
        drop();
        shown = view;
        add(Notice.fault(page.texts(), this::again));
        note();
    }

    private void again() {
        show();
        page.ui().getPage().setTitle(getPageTitle());
    }

    /** A view has come or gone: perhaps this one. */
    void viewsChanged() {
        Optional<String> first = firstRoute();
        if (route.isEmpty() && first.isPresent()) {
            page.ui().navigate(first.get());
            return;
        }
        ServiceReference<?> now = page.views().find(route).map(View::reference).orElse(null);
        if (route.equals(MORE) || !Objects.equals(now, shown)) {
            again();
        }
    }

    /** The meter's news. */
    void show(MeterState news) {
        note();
        if (more != null) {
            more.show(news);
        }
        if (context != null && news.newest() != null && news.condition() == MeterState.Condition.LIVE) {
            guarded(() -> context.live(news.newest()));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " \u00b7 openSEM";
    }
}
