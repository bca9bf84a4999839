package io.rush.bench.figure;

import static io.rush.bench.figure.DeliveryException.require;
import static io.rush.bench.figure.DeliveryException.requireEqual;

import io.rush.api.Rush;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Insists that every pushed task was finished exactly once. */
final class Delivery {
    private Delivery() {}

    /**
     * Looks at a network that holds the pushed tasks and nothing else.
     *
     * @param keys keys of the pushed tasks
     * @param results what each of them must have come to
     */
    static void check(Rush rush, List<String> keys, List<Double> results) {
        TaskCounts counts = rush.tasks().counts();
        requireEqual("queued tasks", 0, counts.queued() + counts.queuedPriority());
        requireEqual("running tasks", 0, counts.running());
        requireEqual("failed tasks", 0, counts.failed());
        requireEqual("finished tasks", keys.size(), counts.finished());
        TaskTable table = rush.archive().fetchFinished();
        requireEqual("rows of finished tasks", keys.size(), table.size());
        Map<String, Double> expected = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            expected.put(keys.get(i), results.get(i));
        }
        requireEqual("different keys that were pushed", keys.size(), expected.size());
        double[] found = table.column(TaskField.YS, "y").toDoubles();
        List<String> finished = table.keys();
        for (int row = 0; row < found.length; row++) {
            Double wanted = expected.remove(finished.get(row));
            require(
                    wanted != null && wanted == found[row],
                    "task " + finished.get(row) + " was not pushed, finished" + " twice, or came to " + found[row]
                            + " instead of " + wanted);
        }
    }
}
