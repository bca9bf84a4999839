package io.rush.core.log;

import io.rush.api.error.RushException;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogFollower;
import io.rush.core.capture.Capture;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/** Blocks in Redis for what comes into the log, on a thread of its own. */
final class Follower implements LogFollower {
    private static final Logger LOG = System.getLogger(Follower.class.getName());
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);

    private final LogReader reader;
    private final Consumer<LogEntry> listener;
    private final Consumer<Follower> whenClosed;
    private final Thread thread = new Thread(this::follow, "rush-log-follow");
    private volatile boolean closed;
    private String place = LogReader.START;

    Follower(LogReader reader, Consumer<LogEntry> listener, Consumer<Follower> whenClosed) {
        this.reader = reader;
        this.listener = listener;
        this.whenClosed = whenClosed;
    }

    void start(String from) {
        place = from;
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        Capture.silence();
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptedException byClose) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            place = reader.await(place, this::handOver);
        } catch (RushException away) {
            if (!closed) {
                LOG.log(Level.DEBUG, "the log cannot be followed, and is tried again", away);
                Thread.sleep(AFTER_A_FAILURE.toMillis());
            }
        }
    }

    private void handOver(LogEntry entry) {
        if (closed) {
            return;
        }
        try {
            listener.accept(entry);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "somebody who follows the log threw", broken);
        }
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }
}
