package org.opensem.database.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.opensem.database.DatabaseException;
import org.opensem.database.Schema;

/**
 * A queue of work and the threads that do it, each with a connection of its own. The engine is entered on these threads only,
 * because an interrupt of a caller's thread would close the files under it.
 */
final class Lane implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final boolean nested;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private boolean closed;

    /**
     * @param nested whether work may call this lane again; it then runs in the same transaction, on the same connection
     */
    Lane(String name, Path folder, List<Link> links, boolean nested) {
        this.name = name;
        this.folder = folder;
        this.nested = nested;
        for (Link link : links) {
            Worker worker = new Worker("openSEM database " + name + " " + (workers.size() + 1), link);
            workers.add(worker);
            worker.start();
        }
    }

    boolean onOwnThread() {
        return Thread.currentThread() instanceof Worker worker && worker.lane() == this;
    }

    /** Runs work and waits for its end, whatever interrupts: the caller must know whether it was committed. */
    <T> T run(String schema, Schema.Work<T> work) {
        if (onOwnThread()) {
            return runNested(schema, work);
        }
        Task<T> task = new Task<>(schema, work, new CompletableFuture<>());
        synchronized (queue) {
            if (closed) {
                throw new DatabaseException("The database is closed");
            }
            queue.add(task);
        }
        return await(task.result);
    }

    private <T> T runNested(String schema, Schema.Work<T> work) {
        if (!nested) {
            throw new DatabaseException("Work of the " + name + " must not call it again: it would wait for itself");
        }
        try {
            return ((Worker) Thread.currentThread()).link.within(schema, work);
        } catch (SQLException | RuntimeException e) {
            throw Failures.explain(e, folder);
        }
    }

    private <T> T await(CompletableFuture<T> result) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw Failures.explain(e.getCause(), folder);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does what is queued, then ends the threads and closes their connections. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            workers.forEach(worker -> queue.add(new Task<>(null, null, null)));
        }
        boolean interrupted = false;
        for (Worker worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work and its result; without work, the sign to end. */
    private record Task<T>(String schema, Schema.Work<T> work, CompletableFuture<T> result) {

        void runOn(Link link) {
            try {
                result.complete(link.transact(schema, work));
            } catch (Throwable e) {
                // Errors too: the caller gets them, and this thread must live.
                result.completeExceptionally(e);
            }
        }
    }

    private final class Worker extends Thread {
        private final Link link;

        Worker(String name, Link link) {
            super(null, null, name, 0, false);
            this.link = link;
            setDaemon(true);
            setContextClassLoader(Lane.class.getClassLoader());
        }

        Lane lane() {
            return Lane.this;
        }

        @Override
        public void run() {
            try {
                for (Task<?> task = next(); task.work != null; task = next()) {
                    task.runOn(link);
                }
            } finally {
                link.close();
            }
        }

        private Task<?> next() {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    // Nobody of ours interrupts this thread; foreign work that interrupts itself must not end it.
                    continue;
                }
            }
        }
    }
}
