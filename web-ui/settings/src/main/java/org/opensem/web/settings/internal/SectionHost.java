package org.opensem.web.settings.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.opensem.language.Translations;
import org.opensem.metering.Sample;
import org.opensem.web.Icons;
import org.opensem.web.ViewContext;
import org.osgi.framework.ServiceReference;

/** Shows one section, drops it as soon as its service goes, and makes it again when it returns. */
final class SectionHost extends Div {
    private final SectionRegistry registry;
    private final ViewContext view;
    private final Translations texts;
    private final Consumer<Boolean> onUnsaved;
    private String id = "";
    private ServiceReference<?> shown;
    private LentContext context;

    SectionHost(SectionRegistry registry, ViewContext view, Translations texts, Consumer<Boolean> onUnsaved) {
        this.registry = registry;
        this.view = view;
        this.texts = texts;
        this.onUnsaved = onUnsaved;
        addClassName("body");
    }

    /** Shows a section, or tells the one that is shown of its new state. */
    void enter(String section, Map<String, String> state) {
        if (section.equals(id) && context != null) {
            guarded(() -> context.accept(state));
        } else {
            id = section;
            show();
        }
    }

    String id() {
        return id;
    }

    private void show() {
        drop();
        Optional<SectionRegistry.Section> found = registry.find(id);
        if (found.isEmpty()) {
            boolean seen = registry.hasSeen(id) || id.isEmpty();
            add(notice(seen ? "reset" : "warn", seen ? "away" : "unknown", null));
            return;
        }
        shown = found.get().reference();
        context = new LentContext(view, registry, id, onUnsaved);
        guarded(() -> {
            Component component = found.get().service().create(context);
            add(component);
        });
    }

    private Section notice(String icon, String key, Component step) {
        Span strong = new Span(texts.get(key + ".title"));
        strong.addClassName("strong");
        Div say = new Div(Icons.of(icon), strong, new Paragraph(texts.get(key)));
        say.addClassName("say");
        if (step != null) {
            say.add(step);
        }
        Section notice = new Section(say);
        notice.addClassNames("card", "notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            registry.failed(id, e);
            ServiceReference<?> failed = shown;
            drop();
            shown = failed;
            add(notice("warn", "fault", new Button(texts.get("fault.step"), event -> show())));
        }
    }

    /** A section has come or gone: perhaps this one. */
    void sectionsChanged() {
        ServiceReference<?> now = registry.find(id).map(SectionRegistry.Section::reference).orElse(null);
        if (!Objects.equals(now, shown)) {
            show();
        }
    }

    void groupsChanged() {
        if (context != null) {
            guarded(context::groupsChanged);
        }
    }

    void live(Sample sample) {
        if (context != null) {
            guarded(() -> context.live(sample));
        }
    }

    /** Lets go of the section. */
    private void drop() {
        if (context != null) {
            context.end();
            context = null;
            onUnsaved.accept(false);
        }
        boolean held = shown != null;
        shown = null;
        try {
            removeAll();
        } catch (RuntimeException | LinkageError e) {
            registry.failed(id, e);
            getElement().removeAllChildren();
        }
        if (held) {
            view.released();
        }
    }
}
