package io.rush.api;

/** How workers are stopped. */
public enum StopMode {
    /** After the task they evaluate. */
    TERMINATE,
    /** At once. */
    KILL
}
