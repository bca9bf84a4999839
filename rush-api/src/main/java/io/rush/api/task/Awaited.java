package io.rush.api.task;

/** What a wait counts. */
public enum Awaited {
    /** Tasks that are finished or failed. */
    TASKS,
    /** Workers that run; of workers that are waited for by their ids, also those that have run and left in good order. */
    RUNNING_WORKERS,
    /** Workers that are neither starting nor running. */
    STOPPED_WORKERS
}
