package io.rush.api.task;

/** The state of a task; a task is in exactly one. */
public enum TaskState {
    /** Waits in the shared queue, in a worker's own queue, or for its retry to be due. */
    QUEUED,
    /** Belongs to one worker, which evaluates it. */
    RUNNING,
    /** Has its outputs; never changes again. */
    FINISHED,
    /** Has a {@link Condition} that says why; may be retried. */
    FAILED
}
