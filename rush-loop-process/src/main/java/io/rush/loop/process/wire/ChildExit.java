package io.rush.loop.process.wire;

/** Exit codes that a child chooses by itself. */
public final class ChildExit {
    /** There was no memory left to say anything more. */
    public static final int OUT_OF_MEMORY = 83;

    /** The worker is gone. */
    public static final int WORKER_GONE = 84;

    private ChildExit() {}
}
