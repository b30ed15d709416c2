package org.opensem.web.overview.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.OverviewRow;
import org.opensem.report.OverviewService;
import org.opensem.web.Asset;
import org.opensem.web.CatchUp;
import org.opensem.web.Refresh;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;

/** The overview table with its details in tabs (U1–U3). What is shown follows the URL; figures are renewed in place. */
final class OverviewView extends Div implements Refresh.Page<Shot> {
    private static final Asset STYLE = Asset.of(OverviewView.class, "overview/overview.css");
    private static final int REFRESH_SECONDS = 5;
    /** Remarks that stand elsewhere in the view, or in the console's frame. */
    private static final Set<String> ELSEWHERE = Set.of("demo", "catchup", "running", "price", "patterns");

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final ViewHead head;
    private final Segments<Unit> units;
    private final TabBar tabs;
    private final Downloads downloads;
    private final Hints hints;
    private final FigureTable table;
    private final Footer foot = new Footer();
    private final Section card;
    private final SplitPanel split;
    private final CategoryPanel category;
    private final Refresh<Shot> refresh;
    private volatile Place place;
    /** Let go while its service is away: the texts in it belong to that bundle, and the page keeps showing what it shows. */
    private Shot shown;
    private boolean figures;
    private Currency currency;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    OverviewView(Source source, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        words = new Words(context.locale());
        place = Place.of(context.state());
        addClassName("overview-view");
        head = new ViewHead(words.get("title")).calendar(context.locale(), () -> turn(-1), () -> turn(1),
                day -> go(place.at(day, today())));
        units = new Segments<>(words.get("unit"), Unit.labels(null, context.locale()), unit(), this::choose);
        head.right(units);
        CatchUp catchUp = new CatchUp(context.locale(), source::energy);
        head.add(catchUp);
        tabs = new TabBar(words, tab -> go(place.show(tab)), tab -> go(place.close(tab)));
        downloads = new Downloads(words);
        hints = new Hints(words, context);
        table = new FigureTable(words, context.locale(), this::open);
        split = new SplitPanel(words);
        category = new CategoryPanel(words, context);
        foot.addClassNames("small", "mut");
        card = new Section(table, foot);
        card.addClassNames("card", "tablecard");
        card.getElement().setAttribute("aria-label", words.get("title"));
        Div grow = new Div();
        grow.addClassName("grow");
        Div tools = new Div(tabs, grow, hints.line(), downloads);
        tools.addClassName("tools");
        add(head, tools, hints.banner(), hints.panel(), card, split.panel(), category.panel());
        refresh = new Refresh<>(this, ticker, () -> source.now().getEpochSecond(), this).telling(catchUp);
        context.onState(state -> arrive(Place.of(state)));
        refresh.now();
    }

    private LocalDate today() {
        return source.now().atZone(context.zone()).toLocalDate();
    }

    private void turn(int days) {
        LocalDate to = place.day(today()).plusDays(days);
        if (!to.isAfter(today())) {
            go(place.at(to, today()));
        }
    }

    /** What the URL says, else what this browser remembers, else cost. */
    private Unit unit() {
        return place.unit().or(() -> Unit.named(context.preference(Unit.NAME, Unit.COST.key()))).orElse(Unit.COST);
    }

    private void choose(Unit unit) {
        context.remember(Unit.NAME, unit.key());
        go(place.in(unit));
    }

    private void open(OverviewRow row, LocalDate day) {
        go(place.open(Tab.behind(row, day)));
    }

    private void go(Place to) {
        context.go(to.state());
    }

    private void arrive(Place to) {
        place = to;
        units.setValue(unit());
        refresh.now();
    }

    @Override
    public boolean isDue(long seconds) {
        return seconds >= REFRESH_SECONDS;
    }

    @Override
    public Optional<Shot> read() {
        return source.overviews().map(service -> read(service, place));
    }

    private Shot read(OverviewService service, Place at) {
        LocalDate day = at.day(today());
        Overview overview = service.overview(day, context.zone());
        DayHours hours = service.hours(day, context.zone());
        Optional<DayHours> detail = at.active().filter(tab -> tab.row() == OverviewRow.TOTAL)
                .map(tab -> tab.day().equals(day) ? hours : service.hours(tab.day(), context.zone()));
        return new Shot(overview, service.report(overview, hours), detail);
    }

    @Override
    public void show(Shot shot) {
        // While prices are away for a moment, the last figures with their money stay.
        boolean moneyStays = shot.moneyAway() && shown != null && shown.overview().pricing().known()
                && shown.overview().day().equals(shot.overview().day());
        showHead(shot.overview().day());
        tabs.show(place);
        if (moneyStays) {
            refresh.again();
        }
        hints.show(moneyStays ? shown : shot, unit(), moneyStays);
        if (moneyStays && shown.detail().map(DayHours::period).equals(shot.detail().map(DayHours::period))) {
            showParts(shown);
            return;
        }
        showCurrency(shot.overview().pricing().currency());
        shown = shot;
        figures = true;
        showParts(shot);
    }

    private void showCurrency(Currency known) {
        if (known != null && !known.equals(currency)) {
            currency = known;
            units.relabel(Unit.labels(known, context.locale()));
        }
    }

    private void showHead(LocalDate day) {
        head.setTitle(words.dates().full(day), words.dates().brief(day));
        head.setDay(day, today(), day.isBefore(today()));
        downloads.show(source.formats(), day);
    }

    private void showParts(Shot shot) {
        Optional<Tab> active = place.active();
        Unit unit = shot.shown(unit());
        card.setVisible(active.isEmpty() && !shot.empty());
        downloads.setVisible(active.isEmpty() && !shot.empty());
        split.panel().setVisible(shot.detail().isPresent() && !shot.empty());
        category.panel().setVisible(active.isPresent() && shot.detail().isEmpty() && !shot.empty());
        if (active.isEmpty()) {
            table.show(shot.report(), shot.table(unit));
            foot.setText(shot.report().notes().stream().filter(note -> !ELSEWHERE.contains(note.id()))
                    .map(note -> note.text().in(context.locale())).collect(Collectors.joining(" ")));
            foot.setVisible(!foot.getText().isEmpty());
        } else if (shot.detail().isPresent()) {
            split.show(shot.detail().get(), unit);
        } else {
            category.show(active.get());
        }
    }

    @Override
    public void showAway() {
        shown = null;
        if (!figures) {
            showHead(place.day(today()));
            tabs.show(place);
            card.setVisible(false);
            split.panel().setVisible(false);
            category.panel().setVisible(false);
            downloads.setVisible(false);
        }
        hints.showAway(figures);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }
}
