package io.rush.store.jedis;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

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
}
