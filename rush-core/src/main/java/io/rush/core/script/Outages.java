package io.rush.core.script;

import io.rush.api.error.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The times when Redis is away, as all threads of a store see them; told once each. Thread-safe. */
final class Outages {
    private static final Logger LOG = System.getLogger(Outages.class.getName());

    private final AtomicBoolean isAway = new AtomicBoolean();
    private final Object impatience = new Object();
    private volatile Duration tolerance;

    Outages(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** A call has failed. */
    Outage begin(StoreException failure) {
        if (!tolerance.isZero() && isAway.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "Redis is away, and is asked again for {0} s: {1}",
                    tolerance.toSeconds(),
                    failure.getMessage());
        }
        return new Outage(this, Deadline.after(tolerance));
    }

    /** A call has been answered. */
    void over() {
        if (isAway.get() && isAway.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "Redis is back");
        }
    }

    void tolerateNone() {
        synchronized (impatience) {
            tolerance = Duration.ZERO;
            impatience.notifyAll();
        }
    }

    Duration tolerance() {
        return tolerance;
    }

    /** Waits so long, or until no outage is tolerated any more. */
    void pause(Duration time) throws InterruptedException {
        Deadline end = Deadline.after(time);
        synchronized (impatience) {
            while (!tolerance.isZero() && !end.isOver()) {
                impatience.wait(Math.max(1, end.left().toMillis()));
            }
        }
    }
}
