package org.opensem.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A card with a title, something beside the title, a body and, if the view can do it, a button "as a table". */
public final class Panel extends Section {
    private String title;
    private final H2 heading = new H2();
    private final Header header = new Header();
    private final Span aside = new Span();
    private IconButton tableButton;
    private String tableLabel;

    /** @param id short name: the panel gets the class {@code p-<id>}, by which a style sheet places it */
    public Panel(String id, String title) {
        this.title = title;
        addClassNames("card", "p-" + id);
        getElement().setAttribute("aria-label", title);
        getElement().setAttribute("data-panel", id);
        aside.addClassName("aside");
        heading.setText(title);
        header.add(heading, aside);
        super.add(header);
    }

    /** Changes the title. */
    public void setTitle(String text) {
        title = text;
        heading.setText(text);
        getElement().setAttribute("aria-label", text);
        if (tableButton != null) {
            tableButton.setLabel(text + ": " + tableLabel);
        }
    }

    /** Adds to the body. */
    public Panel body(Component... components) {
        super.add(components);
        return this;
    }

    /** Replaces what stands beside the title. */
    public Panel aside(Component... components) {
        aside.removeAll();
        aside.add(components);
        return this;
    }

    /** Replaces the body. */
    public Panel replaceBody(Component... components) {
        getChildren().filter(child -> child != header).toList().forEach(this::remove);
        super.add(components);
        return this;
    }

    /**
     * Shows the button "as a table".
     *
     * @param label the action's name in the user's language; the panel's title is put before it
     */
    public Panel onTable(String label, Runnable action) {
        if (tableButton != null) {
            header.remove(tableButton);
        }
        tableLabel = label;
        tableButton = new IconButton("rows", title + ": " + label, action).bare();
        header.add(tableButton);
        return this;
    }

    /** Hides the button while there is nothing to show as a table. */
    public void setTableOffered(boolean offered) {
        if (tableButton != null) {
            tableButton.setVisible(offered);
        }
    }

    /** Says on the button whether the table is shown now. */
    public void setTableShown(boolean shown) {
        if (tableButton != null) {
            tableButton.getElement().setAttribute("aria-pressed", Boolean.toString(shown));
        }
    }
}
