package org.opensem.web.graph.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.opensem.language.Dates;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.web.graph.internal.Place.Window;

/** What is marked invalid (G7): the day's first, then the newest; each can be taken back. Below it the way to one more. */
final class MarkList extends Div {
    private static final int FEW = 4;

    private final Words words;
    private final Consumer<InvalidRange> wanted;
    private final Consumer<InvalidRange> takenBack;
    private final H3 heading;
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private final Paragraph said = new Paragraph();
    private final Button add;
    private List<InvalidRange> marks = List.of();
    private LocalDate day = LocalDate.EPOCH;
    private ZoneId zone = ZoneOffset.UTC;
    private boolean all;

    /**
     * @param begun told when one more is to be marked
     * @param wanted told of a mark that somebody wants to see
     * @param takenBack told of a mark that is to be taken back
     */
    MarkList(Words words, Runnable begun, Consumer<InvalidRange> wanted, Consumer<InvalidRange> takenBack) {
        this.words = words;
        this.wanted = wanted;
        this.takenBack = takenBack;
        addClassName("marks");
        heading = new H3(words.get("invalid"));
        more = new Button("", event -> {
            all = true;
            fill();
        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add = new Button(words.get("mark"), event -> begun.run());
        add.addClassName("add");
        said.addClassNames("small", "said");
        said.getElement().setAttribute("role", "status");
        add(heading, list, more, said, add);
    }

    /**
     * @param shown the day that the curve shows
     * @param in the zone of its times
     */
    void show(List<InvalidRange> known, LocalDate shown, ZoneId in) {
        if (known.equals(marks) && shown.equals(day) && in.equals(zone)) {
            return;
        }
        marks = known;
        day = shown;
        zone = in;
        fill();
    }

    /** Says what was done, where a screen reader hears it, and goes on from there. */
    void say(String text) {
        said.setText(text);
        add.focus();
    }

    private void fill() {
        long from = day.atStartOfDay(zone).toEpochSecond();
        long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        List<InvalidRange> sorted = marks.stream().sorted(Comparator
                .<InvalidRange, Boolean>comparing(mark -> mark.to() <= from || mark.from() >= to)
                .thenComparing(InvalidRange::from, Comparator.reverseOrder())).toList();
        list.removeAll();
        sorted.stream().limit(all ? sorted.size() : FEW).map(this::item).forEach(list::add);
        heading.setVisible(!sorted.isEmpty());
        list.setVisible(!sorted.isEmpty());
        more.setVisible(!all && sorted.size() > FEW);
        more.setText(words.get("invalid.more", sorted.size() - FEW));
    }

    private ListItem item(InvalidRange mark) {
        String name = words.stretch(new Window(mark.from(), mark.to()), day, zone);
        NativeButton see = new NativeButton(name, event -> wanted.accept(mark));
        see.addClassName("see");
        see.setAriaLabel(words.get("invalid.see", name));
        String length = Dates.duration(mark.to() - mark.from());
        Span about = new Span(mark.reason().isEmpty() ? length : length + " \u00b7 " + mark.reason());
        about.addClassNames("small", "mut");
        Div what = new Div(see, about);
        Button back = new Button(words.get("invalid.back"), event -> takenBack.accept(mark));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.setAriaLabel(words.get("invalid.back") + ": " + name);
        return new ListItem(what, back);
    }
}
