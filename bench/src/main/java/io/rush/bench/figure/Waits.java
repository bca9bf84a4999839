package io.rush.bench.figure;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits of the bench itself; none of them lasts longer than a minute in which nothing happens. */
public final class Waits {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final long SHORT_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONG_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

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

    /** Lets Redis and everybody else fall idle. */
    static void pause() {
        LockSupport.parkNanos(SHORT_PAUSE);
    }

    /** Looks every millisecond until something holds. */
    static void until(String what, BooleanSupplier condition) {
        until(what, 1, () -> condition.getAsBoolean() ? 1 : 0, SHORT_PAUSE);
    }

    /** Looks every five milliseconds, which costs Redis nearly nothing, until a number has grown to a goal. */
    public static void until(String what, long goal, LongSupplier number) {
        until(what, goal, number, LONG_PAUSE);
    }

    private static void until(String what, long goal, LongSupplier number, long pause) {
        long reached = number.getAsLong();
        long lastGrowth = System.nanoTime();
        while (reached < goal) {
            LockSupport.parkNanos(pause);
            long now = number.getAsLong();
            lastGrowth = now > reached ? System.nanoTime() : lastGrowth;
            reached = now;
            DeliveryException.require(
                    System.nanoTime() - lastGrowth < PATIENCE, "nothing happened for a minute, but not yet: " + what);
        }
    }
}
