package io.rush.api.task;

/** How a wait for tasks ended. */
public enum AwaitOutcome {
    /** Every task is finished or failed. */
    DONE,
    /** No worker is starting or running, so that nobody would evaluate what is left. */
    NO_WORKERS,
    /** The time was over. */
    TIMED_OUT
}
