package io.rush.core.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that lets a feed tell Redis what its worker alone knows, some time after it came to know it. It sleeps while
 * there is nothing to tell, and is started by the first thing. For callers that hold the lock of the feed.
 */
final class BackgroundFlush {
    private static final Logger LOG = System.getLogger(BackgroundFlush.class.getName());
    private static final long NANOS_AFTER_A_FAILURE = Duration.ofSeconds(1).toNanos();

    private final Runnable flush;
    private final long delayNanos;
    private @Nullable Thread thread;
    private volatile boolean behind;
    private volatile boolean asleep;
    private volatile boolean closed;

    BackgroundFlush(Runnable flush, Duration delay) {
        this.flush = flush;
        this.delayNanos = delay.toNanos();
    }

    /** Whether the worker knows something that Redis does not. */
    boolean isBehind() {
        return behind;
    }

    void setBehind(boolean value) {
        behind = value;
        if (value) {
            wake();
        }
    }

    private void wake() {
        if (thread == null && !closed) {
            thread = new Thread(this::run, "rush-feed");
            thread.setDaemon(true);
            thread.start();
        } else if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            asleep = true;
            if (!behind && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            if (behind) {
                LockSupport.parkNanos(this, delayNanos);
                flush();
            }
        }
    }

    /** The thread that works for the worker meets the same failure and reports it. */
    private void flush() {
        try {
            flush.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "a feed could not write in the background, and goes on trying", failure);
            LockSupport.parkNanos(this, NANOS_AFTER_A_FAILURE);
        }
    }

    /** Lets the thread end. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
