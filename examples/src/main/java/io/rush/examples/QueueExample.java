package io.rush.examples;

import static io.rush.api.task.TaskField.WORKER_ID;
import static io.rush.api.task.TaskField.XS;
import static io.rush.api.task.TaskField.YS;
import static io.rush.examples.Program.say;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerSpec;
import java.time.Duration;
import java.util.List;

/**
 * The queue way: this program pushes 1,000 points, four workers in JVMs of their own take them from the queue and
 * evaluate {@link Branin}, and the ten best are printed.
 */
public final class QueueExample {
    private static final int POINTS = 1_000;
    private static final int WORKERS = 4;
    private static final int BEST = 10;
    private static final long DESIGN_SEED = 20;

    private QueueExample() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Program.run("QueueExample", QueueExample::run);
    }

    private static void run() {
        try (Rush rush = Rush.connect("queue-example")) {
            rush.reset(); // what an interrupted run may have left on a server that lives on
            List<String> workers =
                    rush.workers().startLocal(WorkerSpec.of(Branin.class).workers(WORKERS));
            say("%d workers run.", workers.size());
            List<Point> points = new LatinHypercube(DESIGN_SEED).sample(POINTS, Branin.X1, Branin.X2);
            say("Pushed %,d points.", rush.tasks().push(points).size());
            new Progress(rush.archive(), POINTS).awaitGoal();
            rush.workers().stop(StopMode.TERMINATE);
            rush.workers().awaitStopped(workers, Duration.ofSeconds(30));
            say("%nThe %d best:%n%s", BEST, best(rush));
            rush.reset();
        }
    }

    private static Object best(Rush rush) {
        return rush.archive().fetchFinished(XS, YS, WORKER_ID).sortedBy("y").head(BEST);
    }
}
