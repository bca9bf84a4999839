package io.rush.examples.store;

import io.rush.api.error.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many calls are under way at once. Thread-safe. */
final class Places {
    private final int bound;
    private final Duration patience;
    private final Semaphore free;

    Places(int bound, Duration patience) {
        this.bound = bound;
        this.patience = patience;
        this.free = new Semaphore(bound);
    }

    /** Waits for a place; an interrupt is left for the caller. */
    void take(String operation) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                if (!free.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    String what =
                            "all " + bound + " connections were in use for " + patience + "; call from fewer threads";
                    throw new StoreException(operation, true, what, null);
                }
                break;
            } catch (InterruptedException remembered) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void leave() {
        free.release();
    }
}
