package io.rush.it.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call on a thread of its own, which nobody waits for longer than a test has patience. */
final class Background<T> {
    private final FutureTask<T> task;
    private final Thread thread;
    private final Duration patience;
    private final long deadline;

    private Background(Callable<T> call, Duration patience, ThreadGroup group) {
        this.task = new FutureTask<>(call);
        this.thread = new Thread(group, task, "kit-background");
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    static <T> Background<T> start(Callable<T> call, Duration patience) {
        return start(call, patience, Thread.currentThread().getThreadGroup());
    }

    /** In a group that the threads which it starts are in as well. */
    static <T> Background<T> start(Callable<T> call, Duration patience, ThreadGroup group) {
        Background<T> background = new Background<>(call, patience, group);
        background.thread.setDaemon(true);
        background.thread.start();
        return background;
    }

    void interrupt() {
        thread.interrupt();
    }

    T result() {
        Object outcome = outcome();
        if (outcome instanceof Throwable failure) {
            throw new AssertionError("the call failed: " + failure, failure);
        }
        @SuppressWarnings("unchecked")
        T result = (T) outcome;
        return result;
    }

    Throwable failure() {
        Object outcome = outcome();
        if (outcome instanceof Throwable failure) {
            return failure;
        }
        throw new AssertionError("the call should have failed, but it returned " + outcome);
    }

    /** What it returned or threw. */
    Object outcome() {
        try {
            return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return cause == null ? failed : cause;
        } catch (TimeoutException late) {
            AssertionError hanging = new AssertionError("the call has not returned within " + patience, late);
            hanging.setStackTrace(thread.getStackTrace());
            throw hanging;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", interrupted);
        }
    }
}
