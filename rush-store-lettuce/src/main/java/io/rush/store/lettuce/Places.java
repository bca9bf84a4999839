package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a bounded number of threads in at once and the others wait a bounded time. Thread-safe. */
final class Places {
    private final int bound;
    private final long patienceNanos;
    private final StoreFailures failures;
    private final Semaphore free;

    Places(int bound, Duration patience, StoreFailures failures) {
        this.bound = bound;
        this.patienceNanos = TimeUnit.NANOSECONDS.convert(patience);
        this.failures = failures;
        this.free = new Semaphore(bound);
    }

    /**
     * Does the work on one of the places.
     *
     * @throws StoreException if none becomes free in time
     */
    <T> T occupy(String operation, Supplier<T> work) {
        if (!free.tryAcquire() && !await()) {
            throw failures.crowded(operation, bound);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /** An interrupt does not end the wait: callers that were interrupted still have to send what they clean up with. */
    private boolean await() {
        long deadline = System.nanoTime() + patienceNanos;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
