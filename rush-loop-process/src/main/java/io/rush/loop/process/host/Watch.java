package io.rush.loop.process.host;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long, on a thread of its own. Thread-safe. */
final class Watch implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Watch::thread);

    Watch() {
        timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rush-child-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Has something done after a while, unless the limit is lifted before. */
    Limit limit(Duration time, Runnable onExpiry) {
        Limit limit = new Limit(onExpiry);
        Duration delay = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        limit.scheduled(timer.schedule(limit, delay.toNanos(), TimeUnit.NANOSECONDS));
        return limit;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
