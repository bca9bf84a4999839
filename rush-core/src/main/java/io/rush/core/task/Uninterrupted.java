package io.rush.core.task;

/** Does what must be done even in a thread that was interrupted. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Runs the action without the thread's interrupt, which it has again afterwards. */
    static void run(Runnable action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
