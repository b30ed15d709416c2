package org.opensem.feed.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected program. Frames wait here while an earlier one is on its way; the oldest are dropped where a replay is faster
 * than the program, and a program that does not read at all is let go.
 */
public final class FeedClient implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    /** Frames that may wait. */
    static final int MOST_WAITING = 300;

    private final long stallNanos;
    private final Consumer<FeedClient> onOpen;
    private final Consumer<FeedClient> onClose;
    private final Queue<String> waiting = new ArrayDeque<>();
    private Session session;
    private boolean sending;
    private long sendingSince;
    private boolean gone;

    /** @param stall how long one frame may take */
    FeedClient(Duration stall, Consumer<FeedClient> onOpen, Consumer<FeedClient> onClose) {
        this.stallNanos = stall.toNanos();
        this.onOpen = onOpen;
        this.onClose = onClose;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        synchronized (waiting) {
            session = opened;
        }
        onOpen.accept(this);
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason) {
        leave();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("A client of the feed broke off", cause);
        leave();
    }

    private void leave() {
        synchronized (waiting) {
            gone = true;
            waiting.clear();
        }
        onClose.accept(this);
    }

    /** Sends a frame, after those before it; never waits. */
    void send(String frame) {
        boolean stalled;
        synchronized (waiting) {
            if (gone) {
                return;
            }
            stalled = sending && System.nanoTime() - sendingSince > stallNanos;
            if (waiting.size() >= MOST_WAITING) {
                waiting.remove();
            }
            waiting.add(frame);
        }
        if (stalled) {
            LOG.debug("A client of the feed does not read: it is let go");
            session.disconnect();
            leave();
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        String frame;
        synchronized (waiting) {
            if (sending || waiting.isEmpty()) {
                return;
            }
            sending = true;
            sendingSince = System.nanoTime();
            frame = waiting.remove();
        }
        session.sendText(frame, Callback.from(this::sent, this::onWebSocketError));
    }

    private void sent() {
        synchronized (waiting) {
            sending = false;
        }
        sendNext();
    }

    /** Says good-bye. */
    void close(Callback done) {
        Session open;
        synchronized (waiting) {
            open = session;
        }
        if (open == null) {
            done.succeed();
        } else {
            open.close(StatusCode.SHUTDOWN, "openSEM's feed stops", done);
        }
    }
}
