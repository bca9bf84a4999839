package io.rush.api.error;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A worker that could not start, or that left without a word. */
public final class WorkerException extends RushException {
    private static final long serialVersionUID = 1L;

    private final String workerId;
    private final @Nullable Integer exitCode;

    public WorkerException(String workerId, String message, @Nullable Throwable cause) {
        super("worker " + workerId + ": " + message, cause);
        this.workerId = workerId;
        this.exitCode = null;
    }

    public WorkerException(String workerId, int exitCode, String message) {
        super("worker " + workerId + ": " + message);
        this.workerId = workerId;
        this.exitCode = exitCode;
    }

    public String workerId() {
        return workerId;
    }

    /** The exit code of the worker's process, where the worker was a process that ended. */
    public OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }
}
