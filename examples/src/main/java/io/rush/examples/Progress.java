package io.rush.examples;

import static io.rush.examples.Program.say;

import io.rush.api.Archive;
import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.task.TaskTable;
import java.time.Duration;
import java.util.Arrays;

/** Follows tasks as they finish: prints a line each time another hundred is complete. For one thread. */
final class Progress {
    private static final int STEP = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Archive archive;
    private final int goal;
    private int finished;
    private double best = Double.POSITIVE_INFINITY;

    Progress(Archive archive, int goal) {
        this.archive = archive;
        this.goal = goal;
    }

    /** Blocks until the goal is reached; sleeps in Redis between the results. */
    void awaitGoal() {
        while (finished < goal) {
            TaskTable fresh = archive.awaitNew(PATIENCE).orElseThrow(this::standstill);
            add(fresh);
        }
    }

    private void add(TaskTable fresh) {
        int hundreds = finished / STEP;
        finished += fresh.size();
        best = Math.min(best, Arrays.stream(fresh.doubles("y")).min().orElse(best));
        if (finished / STEP > hundreds) {
            say("%,6d of %,d finished, smallest y so far %.6f", finished, goal, best);
        }
    }

    private AwaitTimeoutException standstill() {
        return new AwaitTimeoutException("No result came for " + PATIENCE.toSeconds() + " seconds, " + finished + " of "
                + goal + " are there. Look at the messages of the workers above.");
    }
}
