package org.opensem.web.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.opensem.language.Translations;
import org.opensem.settings.Revision;

/** What a group was, newest first, with what each saving changed; an earlier one can be taken again. */
final class HistoryDialog extends Dialog {
    private static final int MOST_LINES = 4;

    private final SectionContext context;
    private final Translations texts;
    private final UnaryOperator<String> names;
    private final FieldGuide guide;
    private final LongFunction<String> restorer;
    private final Div said = new Div();
    private final When when;

    /** @param restorer takes a revision again; answers what went wrong, or nothing */
    HistoryDialog(String title, SectionContext context, Translations texts, UnaryOperator<String> names, FieldGuide guide,
            List<Revision> revisions, LongFunction<String> restorer) {
        this.context = context;
        this.texts = texts;
        this.names = names;
        this.guide = guide;
        this.restorer = restorer;
        when = new When(context, texts);
        addClassName("history");
        setHeaderTitle(texts.get("history.title", title));
        said.getElement().setAttribute("role", "alert");
        said.addClassName("bad");
        OrderedList list = new OrderedList();
        list.addClassName("revisions");
        for (int i = 0; i < revisions.size(); i++) {
            list.add(item(revisions.get(i), i + 1 < revisions.size() ? revisions.get(i + 1) : null, i == 0));
        }
        add(said, revisions.isEmpty() ? new Paragraph(texts.get("history.none")) : list);
        getFooter().add(new Button(texts.get("close"), event -> close()));
    }

    private ListItem item(Revision revision, Revision before, boolean current) {
        Span time = new Span(when.time(revision));
        time.addClassName("strong");
        Span origin = new Span(when.origin(revision));
        origin.addClassName("mut");
        Div what = new Div(new Div(time, origin));
        what.addClassName("grow");
        if (before != null) {
            Changes.between(before.document(), revision.document(), MOST_LINES, names, guide, context.formats(), texts)
                    .forEach(line -> what.add(new Div(line)));
        }
        ListItem item = new ListItem(what);
        item.add(current ? new Span(texts.get("history.now")) : restore(revision));
        return item;
    }

    private Button restore(Revision revision) {
        Button button = new Button(texts.get("history.restore"), event -> {
            String fault = restorer.apply(revision.number());
            said.setText(fault);
            if (fault.isEmpty()) {
                close();
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(texts.get("history.restore") + ", " + when.time(revision));
        return button;
    }
}
