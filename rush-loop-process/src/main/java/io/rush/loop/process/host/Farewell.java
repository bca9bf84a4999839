package io.rush.loop.process.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets children end in the background, one after the other, so that no more than one of them is under way. Used by one thread. */
final class Farewell implements AutoCloseable {
    private final Duration grace;
    private @Nullable Thread under;

    Farewell(Duration grace) {
        this.grace = grace;
    }

    void retire(Child child) {
        start(() -> child.retire(grace));
    }

    void kill(Child child) {
        start(child::kill);
    }

    private void start(Runnable end) {
        close();
        Thread thread = new Thread(end, "rush-child-end");
        thread.setDaemon(true);
        thread.start();
        under = thread;
    }

    /** Waits for the one that is ending. */
    @Override
    public void close() {
        Thread thread = under;
        under = null;
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
