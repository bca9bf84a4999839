package io.rush.core.launch;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a worker leave in order when its JVM is asked to end by a signal (SIGTERM, SIGINT): a shutdown hook asks the worker
 * to leave, and holds the JVM until it has or the grace is over. Thread-safe.
 */
final class Drain {
    private final Runnable askToLeave;
    private final Runnable giveUp;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::run, "rush-drain");
    private volatile Duration grace;

    private Drain(Duration grace, Runnable askToLeave, Runnable giveUp) {
        this.grace = grace;
        this.askToLeave = askToLeave;
        this.giveUp = giveUp;
    }

    /** @param giveUp takes the worker off the network when the grace is over */
    static Drain install(Duration grace, Runnable askToLeave, Runnable giveUp) {
        Drain drain = new Drain(grace, askToLeave, giveUp);
        Runtime.getRuntime().addShutdownHook(drain.hook);
        return drain;
    }

    void grace(Duration value) {
        grace = value;
    }

    /** The worker has left. */
    void over() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            // The JVM is ending, and the hook knows that the worker has left.
        }
    }

    private void run() {
        if (over.getCount() == 0 || isExitOfTheProgram()) {
            return;
        }
        try {
            askToLeave.run();
            if (!over.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUp.run();
            }
        } catch (InterruptedException unasked) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            System.err.println("the worker could not leave in order: " + unreachable.getMessage());
        }
    }

    /** A thread that called {@code System.exit} waits for the hooks for ever: its task will never be over. */
    private static boolean isExitOfTheProgram() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }
}
