package io.rush.api;

/** The state of a worker. */
public enum WorkerState {
    /** Started, not yet registered. */
    PRE,
    /** At work or waiting for it. */
    RUNNING,
    /** Left on its own account or because it was asked to. */
    TERMINATED,
    /** Ended on purpose by a controller. */
    KILLED,
    /** Crashed, or not heard of any more. */
    LOST
}
