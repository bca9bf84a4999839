package io.rush.bench.failover;

import io.rush.api.Rush;
import io.rush.bench.figure.Points;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that were pushed, and what each must come to. For one thread. */
final class Assignments {
    private final Rush rush;
    private final Map<String, Double> results = new LinkedHashMap<>();

    Assignments(Rush rush) {
        this.rush = rush;
    }

    /** Pushes further tasks at once. */
    void push(int tasks) {
        List<Map<String, Double>> xss = Points.range(results.size(), results.size() + tasks);
        List<String> keys = rush.tasks().push(xss);
        for (int i = 0; i < keys.size(); i++) {
            results.put(keys.get(i), Points.first(xss.get(i)));
        }
    }

    int size() {
        return results.size();
    }

    /** The result of each task, by its key. */
    Map<String, Double> results() {
        return Map.copyOf(results);
    }
}
