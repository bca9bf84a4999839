package io.rush.bench.failover;

import io.rush.api.Rush;
import io.rush.api.task.TaskTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A controller that waits for results: notes when each arrived. Thread-safe. */
final class ResultWatch {
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Rush rush;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final CompletableFuture<Void> listening;
    private volatile boolean isLast;

    /** Begins to wait in a thread of its own. */
    ResultWatch(Rush rush) {
        this.rush = rush;
        this.listening = CompletableFuture.runAsync(this::listen, work -> new Thread(work, "result-watch").start());
    }

    /**
     * A result as the controller saw it.
     *
     * @param key of the task
     * @param seen when the controller had its row
     */
    record Arrival(String key, Instant seen) {}

    private void listen() {
        boolean wasLast;
        Optional<TaskTable> rows;
        do {
            wasLast = isLast;
            rows = rush.archive().awaitNew(QUIET);
            rows.ifPresent(this::note);
        } while (rows.isPresent() || !wasLast);
    }

    private synchronized void note(TaskTable rows) {
        Instant now = Instant.now();
        rows.keys().forEach(key -> arrivals.add(new Arrival(key, now)));
    }

    /** How many results have arrived. */
    synchronized long count() {
        return arrivals.size();
    }

    /** Waits until nothing came for a second; all that came, in order. */
    List<Arrival> end() {
        isLast = true;
        listening.join();
        synchronized (this) {
            return List.copyOf(arrivals);
        }
    }
}
