package org.opensem.web.settings.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.net.URL;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A page in a browser whose lock nobody else ever has. */
public final class OpenPage extends UI {
    private static final long serialVersionUID = 1;

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
        command.execute();
        return CompletableFuture.completedFuture(null);
    }
}
