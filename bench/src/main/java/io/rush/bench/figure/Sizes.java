package io.rush.bench.figure;

/**
 * How much is done in one round.
 *
 * @param tasks number of tasks where there are many
 * @param large number of tasks of the large archive
 */
public record Sizes(int tasks, int large) {
    private static final int TASKS_A_CALL = 50;
    private static final int MOST_CALLS = 2_000;
    private static final int TASKS_A_WAIT = 500;
    private static final int MOST_WAITS = 200;
    private static final int FEWEST = 10;
    private static final int SMALL = 1_000;

    /** How often something is done whose single time counts. */
    int calls() {
        return Math.max(FEWEST, Math.min(MOST_CALLS, tasks / TASKS_A_CALL));
    }

    /** The same for what takes its time. */
    int waits() {
        return Math.max(FEWEST, Math.min(MOST_WAITS, tasks / TASKS_A_WAIT));
    }

    /** Number of tasks of the small archive. */
    int small() {
        return Math.min(SMALL, large);
    }
}
