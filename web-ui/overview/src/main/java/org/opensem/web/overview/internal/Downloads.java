package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.opensem.report.ReportFormat.Descriptor;
import org.opensem.web.Icons;

/** A link for each file that the table can be had as (U3); a plug-in's formats are among them. */
final class Downloads extends Div {
    private final Words words;
    private List<Descriptor> formats = List.of();
    private LocalDate day;

    Downloads(Words words) {
        this.words = words;
        addClassName("downloads");
    }

    void show(List<Descriptor> now, LocalDate of) {
        if (now.equals(formats) && of.equals(day)) {
            return;
        }
        formats = now;
        day = of;
        removeAll();
        for (Descriptor format : formats) {
            Anchor link = new Anchor("/api/v1/overview?date=" + day + "&format=" + format.id());
            link.add(Icons.of("down"), new Span(format.name()));
            link.addClassName("dl");
            link.setRouterIgnore(true);
            link.getElement().setAttribute("download", true).setAttribute("aria-label", words.get("download", format.name()));
            add(link);
        }
    }
}
