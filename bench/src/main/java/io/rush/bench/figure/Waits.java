package io.rush.bench.figure;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits of the bench itself; none of them lasts longer than a minute without a result. */
final class Waits {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Waits() {}

    /** The next element, which another thread puts there. */
    static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(PATIENCE, TimeUnit.NANOSECONDS);
            if (taken == null) {
                throw new DeliveryException("nothing happened for a minute");
            }
            return taken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted");
        }
    }

    /** Looks every two milliseconds until something holds. */
    static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            DeliveryException.require(System.nanoTime() - start < PATIENCE, "not in a minute: " + what);
            LockSupport.parkNanos(PAUSE);
        }
    }
}
