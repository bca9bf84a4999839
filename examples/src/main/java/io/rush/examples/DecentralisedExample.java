package io.rush.examples;

import static io.rush.api.task.TaskField.WORKER_ID;
import static io.rush.api.task.TaskField.XS;
import static io.rush.api.task.TaskField.YS;
import static io.rush.examples.Program.say;

import io.rush.api.Rush;
import io.rush.api.WorkerSpec;
import io.rush.api.task.TaskTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The decentralised way: four workers in JVMs of their own search the minimum of {@link Branin}. Nobody pushes anything;
 * each worker draws its own points and learns from everybody's results. This program only watches.
 */
public final class DecentralisedExample {
    private static final int BUDGET = 1_000;
    private static final int WORKERS = 4;

    private DecentralisedExample() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Program.run("DecentralisedExample", DecentralisedExample::run);
    }

    private static void run() {
        try (Rush rush = Rush.connect("decentralised-example")) {
            rush.reset(); // what an interrupted run may have left on a server that lives on
            List<String> workers = rush.workers()
                    .startLocal(WorkerSpec.ofLoop(RandomSearch.class)
                            .workers(WORKERS)
                            .constants(Map.of("budget", BUDGET)));
            say("%d workers search.", workers.size());
            new Progress(rush.archive(), BUDGET).awaitGoal();
            rush.workers().awaitStopped(workers, Duration.ofSeconds(30));
            report(rush.archive().fetchFinished(XS, YS, WORKER_ID), workers);
            rush.reset();
        }
    }

    private static void report(TaskTable tasks, List<String> workers) {
        Sample minimum = tasks.sortedBy("y").head(1).toRecords(Sample.class).get(0);
        say(
                "%nMinimum found: %.6f at x1 = %.4f, x2 = %.4f. Known: %.6f.%n",
                minimum.y(), minimum.x1(), minimum.x2(), Branin.MINIMUM);
        say("Tasks by worker:");
        for (String worker : workers) {
            TaskTable own =
                    tasks.filter(row -> row.workerId().filter(worker::equals).isPresent());
            say("%,6d  %s", own.size(), worker);
        }
        say("%,6d  together", tasks.size());
    }
}
