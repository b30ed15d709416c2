package org.opensem.web.settings.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.net.URL;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

/** A page without a browser, whose lock the test has until {@link #run}. */
public final class OpenPage extends UI {
    private static final long serialVersionUID = 1;

    private final transient Queue<Command> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public Page getPage() {
        return new Page(this) {
            private static final long serialVersionUID = 1;

            @Override
            public void fetchCurrentURL(SerializableConsumer<URL> callback) {
                // There is no browser that could answer.
                return;
            }
        };
    }

    @Override
    public Future<Void> access(Command command) {
        waiting.add(command);
        return CompletableFuture.completedFuture(null);
    }

    /** @return whether anything waited for the lock */
    public boolean run() {
        boolean any = false;
        for (Command command = waiting.poll(); command != null; command = waiting.poll()) {
            command.execute();
            any = true;
        }
        return any;
    }
}
