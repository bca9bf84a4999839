package io.rush.api.task;

/** Why a task failed. */
public enum FailureCause {
    /** The function threw, or a caller reported an error of its own. */
    ERROR,
    /** The task took longer than its timeout. */
    TIMEOUT,
    /** Its worker crashed or was not heard of any more. */
    LOST,
    /** Its worker was killed on purpose. */
    KILLED,
    /** It was taken out of the queue before anybody evaluated it. */
    REMOVED
}
