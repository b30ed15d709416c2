package org.opensem.web.graph.internal;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opensem.language.Dates;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;
import org.opensem.web.ViewContext;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.chart.PowerCurve.Shade;
import org.opensem.web.graph.internal.Place.Window;

/** Marks stretches of measurement invalid and takes that back (G7): the form beside the curve, and the list of what is marked. */
final class Marking implements MarkForm.Listener {
    /** Older seconds are long gone, so that a sum over more would be of the rest only. */
    private static final long MOST_SUMMED = 31L * 86_400;

    private final Words words;
    private final Source source;
    private final ViewContext context;
    private final Page page;
    private final MarkForm form;
    private final MarkList list;
    private final Div beside;
    private final SidePanel side;
    private volatile List<InvalidRange> marks = List.of();
    private boolean open;

    /** What marking needs of the page. */
    interface Page {

        Place place();

        /** Goes on from a place with other marks. */
        void goOn(Place to);

        /** Draws again: the marks are others. */
        void drawAgain();

        /** Draws a stretch that may be marked. */
        void propose(Optional<Window> stretch);
    }

    /** @param beside where either the window's figures or the form stand */
    Marking(Words words, Source source, ViewContext context, Page page, Div beside, SidePanel side) {
        this.words = words;
        this.source = source;
        this.context = context;
        this.page = page;
        this.beside = beside;
        this.side = side;
        form = new MarkForm(words, context::zone, this);
        list = new MarkList(words, () -> page.goOn(page.place().marking(true)), this::see, this::takeBack);
        side.below(list);
        beside.add(side.panel());
    }

    /** Reads the marks; while the store is away they stay as they were. */
    List<InvalidRange> read() {
        marks = source.marks().orElse(marks);
        return marks;
    }

    /** Whether the marks are others than those that were read last. */
    boolean isOld() {
        return source.marks().filter(now -> !now.equals(marks)).isPresent();
    }

    /** Those of a day for the curve, by their start. */
    List<Shade> shades(long dayFrom, long dayTo) {
        return marks.stream().filter(mark -> mark.to() > dayFrom && mark.from() < dayTo)
                .map(mark -> new Shade(mark.from(), mark.to(), mark.reason())).toList();
    }

    /** How many seconds of a stretch are marked. */
    long seconds(long from, long to) {
        long[] sum = {0};
        MarkedSeconds.of(marks).marked(from, to, (start, end) -> sum[0] += end - start);
        return sum[0];
    }

    /** @param zoomed the curve's window, empty for the whole day */
    void show(Place at, LocalDate day, Optional<Window> zoomed) {
        list.show(marks, day, context.zone());
        if (at.marking() && !open) {
            open = true;
            beside.removeAll();
            beside.add(form.panel());
            form.open(day, zoomed);
        } else if (at.marking()) {
            form.windowMoved(zoomed);
        } else if (open) {
            open = false;
            beside.removeAll();
            beside.add(side.panel());
            page.propose(Optional.empty());
        }
    }

    @Override
    public void chosen(Optional<Window> stretch) {
        page.propose(stretch);
        form.setEffect(stretch.map(this::effect).orElse(""));
    }

    private String effect(Window stretch) {
        String length = Dates.duration(stretch.seconds());
        long now = source.now().toEpochSecond();
        String counts = Optional.of(stretch).filter(all -> all.seconds() <= MOST_SUMMED)
                .flatMap(all -> source.figures(all, Phases.SUM)).filter(figures -> figures.coveredSeconds() > 0)
                .map(figures -> words.get("mark.effect.energy", length, words.formats().energy(figures.importedKwh())))
                .orElseGet(() -> words.get("mark.effect", length));
        return stretch.to() > now ? counts + " " + words.get("mark.effect.future") : counts;
    }

    @Override
    public boolean confirmed(Window stretch, String reason) {
        boolean stored = source.mark(stretch, reason);
        if (stored) {
            page.goOn(page.place().marked(stretch));
            page.drawAgain();
            list.say(words.get("invalid.marked", name(stretch)));
        }
        return stored;
    }

    @Override
    public void cancelled() {
        page.goOn(page.place().marking(false));
        list.say("");
    }

    private String name(Window stretch) {
        return words.stretch(stretch, LocalDate.EPOCH, context.zone());
    }

    private void takeBack(InvalidRange mark) {
        boolean stored = source.takeBack(mark.id());
        if (stored) {
            page.drawAgain();
        }
        String name = name(new Window(mark.from(), mark.to()));
        list.say(stored ? words.get("invalid.counts", name) : words.get("mark.fault.store"));
    }

    /** The day on which the mark begins; if that is shown already, the mark with as much again before and after it. */
    private void see(InvalidRange mark) {
        LocalDate today = source.now().toLocalDate();
        LocalDate begin = Place.day(mark.from(), context.zone());
        LocalDate shown = page.place().day(today, context.zone());
        Place day = page.place().on(begin.isAfter(today) ? today : begin, today);
        long length = mark.to() - mark.from();
        Optional<Window> around = Optional.of(new Window(mark.from() - length, mark.to() + length));
        page.goOn(begin.equals(shown) && page.place().window().isEmpty()
                ? new Place(day.date(), around, day.phases(), false, false) : day);
    }
}
