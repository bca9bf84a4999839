package io.rush.store.lettuce;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call on a thread of its own. */
final class Background<T> {
    private final FutureTask<T> task;
    private final Thread thread;

    private Background(Callable<T> call) {
        this.task = new FutureTask<>(call);
        this.thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
    }

    static <T> Background<T> start(Callable<T> call) {
        return new Background<>(call);
    }

    void interrupt() {
        thread.interrupt();
    }

    T result() throws Exception {
        return task.get(Probe.LONG.toSeconds() / 2, TimeUnit.SECONDS);
    }

    Throwable failure() throws InterruptedException, TimeoutException {
        try {
            T result = task.get(Probe.LONG.toSeconds() / 2, TimeUnit.SECONDS);
            throw new AssertionError("expected a failure, but the call returned " + result);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
