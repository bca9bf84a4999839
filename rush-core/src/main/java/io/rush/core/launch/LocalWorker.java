package io.rush.core.launch;

import io.rush.api.error.WorkerException;
import java.util.Optional;

/** A worker that this JVM launched. Thread-safe. */
interface LocalWorker {
    /** Whether it ends with the handle that started it. */
    boolean isSupervised();

    /** Leaves it to the caller to tell the network of its end, which is not reported any more once this returns. */
    void retire();

    /** How its process or thread ended, in a few words; empty while it lives. */
    Optional<String> end();

    /** Ends it as far as that can be forced; harmless if it has ended. */
    void kill();

    /** Why it ended; waits a moment for one that is about to. Empty while it lives, and if {@link #kill()} ended it. */
    Optional<WorkerException> failure();
}
