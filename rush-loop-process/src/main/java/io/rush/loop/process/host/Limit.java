package io.rush.loop.process.host;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A limit on time: either it is lifted, or what happens then happens. Thread-safe. */
final class Limit implements Runnable {
    private final Runnable onExpiry;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Future<?> scheduled;

    Limit(Runnable onExpiry) {
        this.onExpiry = onExpiry;
    }

    void scheduled(Future<?> future) {
        scheduled = future;
    }

    @Override
    public void run() {
        if (settled.compareAndSet(false, true)) {
            onExpiry.run();
        }
    }

    /** Lifts it unless it is over already; returns whether it was not. */
    boolean lift() {
        boolean inTime = settled.compareAndSet(false, true);
        Future<?> future = scheduled;
        if (future != null) {
            future.cancel(false);
        }
        return inTime;
    }
}
