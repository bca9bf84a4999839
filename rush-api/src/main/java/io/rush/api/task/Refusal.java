package io.rush.api.task;

/** Why a transition did not take place for a task. */
public enum Refusal {
    /** The network has no task of that key. */
    UNKNOWN,
    /** The task is not running, or runs for another worker or another attempt: somebody else was first. */
    NOT_OWNED,
    /** The task is not running. */
    NOT_RUNNING,
    /** The task has not failed. */
    NOT_FAILED,
    /** The task was retried as often as it may be. */
    NO_RETRIES_LEFT
}
