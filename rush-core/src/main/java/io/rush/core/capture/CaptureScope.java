package io.rush.core.capture;

/** What of this JVM belongs to a worker. */
public enum CaptureScope {
    /** The calling thread and those that it starts from then on, directly or not; but not the common pool. */
    THREAD,

    /** Every thread that belongs to no other worker. */
    JVM
}
