package org.opensem.database.internal;

import org.apache.derby.iapi.services.context.ContextService;
import org.apache.derby.iapi.services.daemon.DaemonFactory;
import org.apache.derby.iapi.services.daemon.DaemonService;
import org.apache.derby.iapi.services.monitor.Monitor;
import org.apache.derby.iapi.util.InterruptStatus;
import org.apache.derby.impl.services.daemon.BasicDaemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Derby's background threads, in place of Derby's own factory. They write checkpoints. One that waits for the latch of a
 * transaction that is over (see {@link Latches}) would hold up the shutdown that the same failure causes, and with it everybody:
 * it is given up instead. Its thread stays behind; the files that it would write to are closed.
 */
public final class Daemons implements DaemonFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Daemons.class);
    private static final int POLL_MILLIS = 100;
    private static final int PATIENCE_POLLS = 50;

    @Override
    public DaemonService createNewDaemon(String name) {
        Daemon daemon = new Daemon();
        daemon.thread = Monitor.getMonitor().getDaemonThread(daemon, name, false);
        daemon.thread.setContextClassLoader(null);
        daemon.thread.start();
        return daemon;
    }

    private static final class Daemon extends BasicDaemon {
        private Thread thread;
        private boolean givenUp;

        Daemon() {
            super(ContextService.getFactory());
        }

        /** Derby's own waits, whatever interrupts, until the thread has done what it is at. */
        @Override
        public void stop() {
            if (givenUp) {
                return;
            }
            Thread stopping = new Thread(null, super::stop, "openSEM database stopping", 0, false);
            stopping.setDaemon(true);
            stopping.start();
            int polls = 0;
            while (stopping.isAlive() && polls < PATIENCE_POLLS) {
                try {
                    stopping.join(POLL_MILLIS);
                } catch (InterruptedException e) {
                    InterruptStatus.setInterrupted();
                }
                polls = Latches.isWantedBy(thread) ? polls + 1 : 0;
            }
            givenUp = polls == PATIENCE_POLLS;
            if (givenUp) {
                LOG.warn("After a failure of the disk a checkpoint waits for a page that nobody gives back; it is given up");
            }
        }
    }
}
