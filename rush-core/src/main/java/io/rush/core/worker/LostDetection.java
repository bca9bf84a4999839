package io.rush.core.worker;

import io.rush.core.script.Deadline;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Looks for lost workers in the background, as long as there may be workers. Thread-safe.
 *
 * <p>When Redis was away, workers get an interval to be heard of again before any counts as lost.
 */
public final class LostDetection implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LostDetection.class.getName());

    private final LostWorkers lost;
    private final Duration interval;
    private final Object looking = new Object();
    private boolean wanted;
    private boolean started;
    private boolean closed;
    private boolean wasAway;

    /** @param interval time between two looks; zero for none at all */
    public LostDetection(LostWorkers lost, Duration interval) {
        this.lost = lost;
        this.interval = interval;
        this.closed = interval.isZero();
    }

    /** There may be workers: looks after an interval, and goes on as long as there are some. */
    public synchronized void expectWorkers() {
        if (closed || wanted) {
            return;
        }
        wanted = true;
        if (started) {
            notifyAll();
        } else {
            started = true;
            Thread thread = new Thread(this::run, "rush-lost-detection");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        while (awaitTurn()) {
            lookNow();
        }
    }

    /** Whether there is a next look; it is due when this returns. */
    private synchronized boolean awaitTurn() {
        try {
            while (!closed && !wanted) {
                wait();
            }
            Deadline due = Deadline.after(interval);
            while (!closed && !due.isOver()) {
                wait(Math.max(1, due.left().toMillis()));
            }
            wanted = false;
            return !closed;
        } catch (InterruptedException unasked) {
            LOG.log(Level.DEBUG, "the search for lost workers was interrupted and ends", unasked);
            return false;
        }
    }

    /** Looks for lost workers at once; a failure is no more than told. */
    public void lookNow() {
        synchronized (looking) {
            look();
        }
    }

    private void look() {
        try {
            LostWorkers.Look found = lost.look();
            if (!wasAway) {
                report(lost.declare(found.suspects()));
            }
            wasAway = false;
            if (found.workers() > 0) {
                expectWorkers();
            }
        } catch (RuntimeException away) {
            tell(away);
            wasAway = true;
            expectWorkers();
        }
    }

    private static void report(List<String> ids) {
        if (!ids.isEmpty()) {
            LOG.log(Level.WARNING, "workers {0} are lost: they have crashed or were killed", ids);
        }
    }

    private synchronized void tell(RuntimeException away) {
        if (!wasAway && !closed) {
            LOG.log(Level.WARNING, "the search for lost workers fails and goes on: {0}", away.getMessage());
        }
    }

    /** Ends the search; twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
