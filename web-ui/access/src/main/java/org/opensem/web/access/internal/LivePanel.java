package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.opensem.web.component.Panel;

/**
 * A panel about services that may be updated alone. It is drawn anew only when what it shows has changed, so that what somebody
 * has typed into it outlives an update. Its buttons ask for the service when they are pressed: that of the drawing may be gone.
 *
 * @param <C> what it shows, compared with {@code equals}
 */
abstract class LivePanel<C> extends Div {
    private final Panel panel;
    private volatile C shown;

    /** Says that access is being updated until the first {@link #refresh} that finds something. */
    LivePanel(Words words, String id, String title) {
        panel = new Panel(id, words.get(title)).body(new Div(words.get("updating")));
        add(panel);
    }

    /** What is to be shown; empty while nobody can tell. Called on any thread. */
    abstract Optional<C> read();

    abstract List<Component> draw(C content);

    /** Whether something else is to be shown than is. May take time: not to be asked under the page's lock. */
    final boolean isOutdated() {
        return changed().isPresent();
    }

    final void refresh() {
        changed().ifPresent(this::show);
    }

    /** As if it were new, also if nothing has changed. */
    final void reset() {
        read().ifPresent(this::show);
    }

    private Optional<C> changed() {
        return read().filter(now -> !now.equals(shown));
    }

    private void show(C content) {
        panel.replaceBody(draw(content).toArray(Component[]::new));
        shown = content;
    }
}
