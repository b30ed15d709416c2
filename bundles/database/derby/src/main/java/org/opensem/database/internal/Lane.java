package org.opensem.database.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensem.database.DatabaseException;
import org.opensem.database.Schema;

/**
 * A queue of work and the threads that do it, each with a connection of its own. The engine is entered on these threads only,
 * because an interrupt of a caller's thread would close the files under it.
 */
final class Lane implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final String name;
    private final Path folder;
    private final Engine engine;
    private final boolean nested;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * @param nested whether work may call this lane again; it then runs in the same transaction, on the same connection
     */
    Lane(String name, Path folder, Engine engine, List<Link> links, boolean nested) {
        this.name = name;
        this.folder = folder;
        this.engine = engine;
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
        Task<T> task = new Task<>(schema, work);
        synchronized (queue) {
            if (closed) {
                throw new DatabaseException("The database is closed");
            }
            engine.refuseIfHung();
            queue.add(task);
        }
        return await(task);
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

    private <T> T await(Task<T> task) {
        boolean interrupted = false;
        int heldUpSeconds = 0;
        try {
            while (true) {
                try {
                    return task.result.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    engine.refuseIfHung();
                    heldUpSeconds = isHeldUp(task.worker) ? heldUpSeconds + 1 : 0;
                    if (heldUpSeconds >= PATIENCE_SECONDS) {
                        giveUp(task);
                    }
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

    /** Whether a failure left the work waiting inside the engine for what nobody will give back. */
    private boolean isHeldUp(Worker worker) {
        return worker != null && (worker.fallsBefore != engine.falls() && Latches.isWantedBy(worker)
                || Latches.isDeadlocked(worker));
    }

    private void giveUp(Task<?> task) {
        if (Latches.isDeadlocked(task.worker)) {
            engine.hangs();
        } else {
            leaveBehind(task);
        }
    }

    /** Another thread takes the place of one that waits for a latch; that one can commit no more, its engine has fallen. */
    private void leaveBehind(Task<?> task) {
        Worker lost = task.worker;
        Worker next = new Worker(lost.getName(), lost.link.another());
        lost.leftBehind = true;
        next.start();
        workers.set(workers.indexOf(lost), next);
        task.result.completeExceptionally(new DatabaseException(
                "A failure of the disk shut the database down under this work; it is opened again: try again"));
    }

    /** Does what is queued, then ends the threads and closes their connections. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            workers.forEach(worker -> queue.add(new Task<>(null, null)));
        }
        boolean interrupted = false;
        for (int i = 0; i < workers.size(); i++) {
            // Asked anew each time: it may be left behind meanwhile.
            while (workers.get(i).isAlive() && !engine.isHung()) {
                try {
                    workers.get(i).join(1000);
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
    private static final class Task<T> {
        private final String schema;
        private final Schema.Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile Worker worker;

        Task(String schema, Schema.Work<T> work) {
            this.schema = schema;
            this.work = work;
        }

        void runOn(Worker thread) {
            worker = thread;
            try {
                result.complete(thread.link.transact(schema, work));
            } catch (Throwable e) {
                // Errors too: the caller gets them, and this thread must live.
                result.completeExceptionally(e);
            }
        }
    }

    private final class Worker extends Thread {
        private final Link link;
        private volatile int fallsBefore;
        private volatile boolean leftBehind;

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
                    fallsBefore = engine.falls();
                    task.runOn(this);
                    if (leftBehind) {
                        return;
                    }
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
