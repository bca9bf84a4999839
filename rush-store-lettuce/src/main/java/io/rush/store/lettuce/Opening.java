package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A line that one thread opens for all who wait for it. Thread-safe. */
final class Opening {
    private final CompletableFuture<Line> opened = new CompletableFuture<>();

    /** One that nobody need wait for. */
    static Opening failed() {
        Opening failed = new Opening();
        failed.opened.cancel(false);
        return failed;
    }

    /** Opens it; called once. */
    void run(Opener opener) {
        try {
            opened.complete(opener.open());
        } catch (RuntimeException unreachable) {
            opened.completeExceptionally(unreachable);
        }
    }

    /** Whether it is worth waiting for. */
    boolean isUsable() {
        return !opened.isDone()
                || (!opened.isCompletedExceptionally() && opened.join().isUsable());
    }

    /**
     * The line, as soon as there is one.
     *
     * @throws StoreException if it could not be opened
     */
    Line line() {
        try {
            return opened.join();
        } catch (CompletionException unreachable) {
            throw StoreFailures.again(unreachable);
        }
    }

    void retire() {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().retire();
        }
    }
}
