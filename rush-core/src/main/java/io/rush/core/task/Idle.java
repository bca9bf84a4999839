package io.rush.core.task;

/** What a worker is to do that finds nothing to take. */
enum Idle {
    WAIT,
    LEAVE,
    /** Wait, but look after the tasks whose retry is not due yet. */
    WATCH_DELAYED;

    static Idle of(long code) {
        return switch ((int) code) {
            case 0 -> WAIT;
            case 1 -> LEAVE;
            case 2 -> WATCH_DELAYED;
            default -> throw new IllegalStateException("a script answered " + code + " to a worker without a task");
        };
    }
}
