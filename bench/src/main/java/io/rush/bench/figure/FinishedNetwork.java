package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskTable;
import java.util.List;
import java.util.Map;

/** A network that holds finished tasks and nothing else. For one thread. */
final class FinishedNetwork {
    private static final int SLICE = 10_000;

    private final String id;
    private int size;
    private double sum;

    private FinishedNetwork(String id) {
        this.id = id;
    }

    /** Fills a network with tasks as if workers had finished them. */
    static FinishedNetwork fill(Lab lab, int tasks) {
        FinishedNetwork network = new FinishedNetwork("finished-" + tasks);
        try (Rush rush = lab.connect(network.id)) {
            while (network.size < tasks) {
                network.add(rush, Math.min(SLICE, tasks - network.size));
            }
        }
        return network;
    }

    /** Adds finished tasks. */
    void add(Rush rush, int tasks) {
        List<Map<String, Double>> xss = Points.range(size, size + tasks);
        rush.tasks().pushFinished(xss, xss.stream().map(Points::result).toList());
        size += tasks;
        sum += xss.stream().mapToDouble(Points::first).sum();
    }

    String id() {
        return id;
    }

    int size() {
        return size;
    }

    /** Insists that a table holds every task with its result. */
    void check(TaskTable table) {
        DeliveryException.requireEqual("rows of " + id, size, table.size());
        double[] inputs = table.column(TaskField.XS, "x0").toDoubles();
        double[] outputs = table.column(TaskField.YS, "y").toDoubles();
        double found = 0;
        for (int row = 0; row < inputs.length; row++) {
            DeliveryException.require(inputs[row] == outputs[row], "row " + row + " of " + id + " has a wrong result");
            found += outputs[row];
        }
        DeliveryException.require(Math.abs(found - sum) < 1e-6 * size, "sum of the results of " + id + ": " + found);
    }
}
