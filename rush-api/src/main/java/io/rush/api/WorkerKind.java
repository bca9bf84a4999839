package io.rush.api;

/** Where a local worker runs. */
public enum WorkerKind {
    /** In a JVM of its own. */
    PROCESS,
    /** In a thread of this JVM: light, for tests and notebooks; shares its heap and its fate. */
    THREAD
}
