package io.rush.it.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that a function ran in or started.
 *
 * @param processId its id
 */
record Leftover(long processId) {
    /** Returns once it is gone; the test fails if it is not in time. */
    void awaitEnd(Duration patience) {
        Optional<ProcessHandle> process = ProcessHandle.of(processId);
        if (process.isEmpty()) {
            return;
        }
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            throw new AssertionError("process " + processId + " still lives after " + patience, alive);
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void kill() {
        ProcessHandle.of(processId).ifPresent(ProcessHandle::destroyForcibly);
    }
}
