package org.opensem.store.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opensem.store.StoreException;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.store.internal.jdbc.StoreTables.Span;
import org.opensem.store.internal.jdbc.StoreTables.StoredHour;

/**
 * Hours that the database fetches while its caller does something else. If it has not begun by the time the caller needs
 * them, the caller fetches them: it may itself hold a reader of the database, and must not wait for another one to be free.
 */
final class FetchAhead {
    private final StoreTables tables;
    private final List<Span> spans;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<List<StoredHour>> hours;

    FetchAhead(StoreTables tables, List<Span> spans) {
        this.tables = tables;
        this.spans = spans;
        hours = CompletableFuture.supplyAsync(() -> tables.hoursUnlessBegun(spans, begun), Thread::startVirtualThread);
    }

    /** @throws StoreException if the database cannot be read */
    List<StoredHour> get() {
        if (!begun.getAndSet(true)) {
            return tables.hours(spans);
        }
        try {
            return hours.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
