package io.rush.core.task;

/** How a worker stands with its network. */
enum Standing {
    RUNNING,
    /** Asked to leave. */
    TERMINATING,
    /** Killed, lost, or started anew. */
    GONE;

    /** The later of two: a worker that was asked to leave never runs again, and one that is gone stays gone. */
    static Standing later(Standing one, Standing other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static Standing of(long code) {
        return switch ((int) code) {
            case 0 -> RUNNING;
            case 1 -> TERMINATING;
            case 2 -> GONE;
            default -> throw new IllegalStateException("a script answered the standing " + code);
        };
    }
}
