package org.opensem.web.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.opensem.web.Icons;

/** Says what is wrong with a part of the document that is no single field, for example a list. Read out when it appears. */
public final class FaultText extends Div {
    private final String path;

    FaultText(String path) {
        this.path = path;
        addClassName("faults");
        getElement().setAttribute("role", "alert");
    }

    boolean covers(String field) {
        return field.equals(path) || field.startsWith(path) && ".[".indexOf(field.charAt(path.length())) >= 0;
    }

    void show(List<String> messages) {
        removeAll();
        for (String message : messages) {
            Div line = new Div(Icons.of("warn"), new Span(message));
            line.addClassName("fault");
            add(line);
        }
    }
}
