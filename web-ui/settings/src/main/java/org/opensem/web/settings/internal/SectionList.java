package org.opensem.web.settings.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Translations;
import org.opensem.web.Icons;
import org.opensem.web.settings.internal.SectionRegistry.Section;

/** The sections by name, each with what is set now; those of plug-ins apart. */
final class SectionList extends Nav {
    private final Translations texts;
    private final Locale locale;
    private final Div lists = new Div();
    private final Map<String, Anchor> entries = new LinkedHashMap<>();
    private final Map<String, Span> summaries = new LinkedHashMap<>();

    SectionList(Translations texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        addClassName("list");
        getElement().setAttribute("aria-label", texts.get("title"));
        add(new H1(texts.get("title")), lists);
    }

    /** Draws the list anew. @param current id of the section that is shown */
    void show(List<Section> sections, String current) {
        lists.removeAll();
        entries.clear();
        summaries.clear();
        lists.add(list(sections.stream().filter(section -> !section.isExtension()).toList()));
        List<Section> extensions = sections.stream().filter(Section::isExtension).toList();
        if (!extensions.isEmpty()) {
            Div group = new Div(texts.get("extensions"));
            group.addClassName("navgroup");
            lists.add(group, list(extensions));
        }
        mark(current);
    }

    private UnorderedList list(List<Section> sections) {
        UnorderedList list = new UnorderedList();
        for (Section section : sections) {
            Span summary = new Span(section.summary(locale));
            summary.addClassName("summary");
            Anchor anchor = new Anchor("settings?" + LentContext.SECTION + "=" + section.id(), Icons.of(section.descriptor().icon()),
                    new Span(section.title(locale)), summary);
            anchor.getElement().setAttribute("router-link", true);
            entries.put(section.id(), anchor);
            summaries.put(section.id(), summary);
            list.add(new ListItem(anchor));
        }
        return list;
    }

    /** Marks the section that is shown. */
    void mark(String current) {
        entries.forEach((id, anchor) -> {
            if (id.equals(current)) {
                anchor.getElement().setAttribute("aria-current", "page");
            } else {
                anchor.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** What the sections say now; to be asked away from the page's lock. */
    static Map<String, String> summaries(List<Section> sections, Locale locale) {
        Map<String, String> told = new LinkedHashMap<>();
        new ArrayList<>(sections).forEach(section -> told.put(section.id(), section.summary(locale)));
        return told;
    }

    /** Writes the lines that have changed. */
    void tell(Map<String, String> told) {
        told.forEach((id, text) -> {
            Span summary = summaries.get(id);
            if (summary != null && !summary.getText().equals(text)) {
                summary.setText(text);
            }
        });
    }
}
