package io.rush.bench.scale;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.store.RedisStore;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Points;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.ServerLoad;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Processor time of Redis per operation in microseconds, each measured alone with one connection. For one thread. */
final class Costs {
    static final String ONE = "a task, taken and handed in one at a time";
    static final String BATCH = "a task, taken and handed in with a prefetch of 16";
    static final String PUSH = "a task, pushed with 10 numbers among many";
    static final String PUSH_ONE = "a push of one task";
    static final String READ = "a call that reads new results";
    static final String ROW = "a finished task that is read";
    private static final int TASKS = 20_000;
    private static final int CALLS = 5_000;
    private static final int PREFETCH = 16;
    private static final int WARM_UPS = 2;

    private final Lab lab;
    private final BareRedis redis;

    Costs(Lab lab, BareRedis redis) {
        this.lab = lab;
        this.redis = redis;
    }

    /** All of them by name. */
    Map<String, Double> measure() {
        Map<String, Double> costs = new LinkedHashMap<>();
        for (int round = 0; round <= WARM_UPS; round++) {
            costs.clear();
            measureOnce("costs-" + round, costs);
        }
        return costs;
    }

    private void measureOnce(String networkId, Map<String, Double> costs) {
        try (Rush rush = lab.connect(networkId)) {
            costs.put(PUSH, cost(TASKS, () -> rush.tasks().push(Points.range(0, TASKS))));
            costs.put(ONE, cost(TASKS, () -> work(networkId, 1)));
            rush.tasks().push(Points.range(0, TASKS));
            costs.put(BATCH, cost(TASKS, () -> work(networkId, PREFETCH)));
            costs.put(PUSH_ONE, cost(CALLS, () -> pushOneByOne(rush)));
            costs.put(ROW, cost(2 * TASKS, () -> rush.archive().fetchFinished()));
            costs.put(READ, cost(CALLS, () -> readAgain(rush)));
            rush.reset();
        }
    }

    private double cost(int operations, Runnable work) {
        ServerLoad before = ServerLoad.now(redis);
        work.run();
        return ServerLoad.now(redis).since(before, operations).cpuMicros();
    }

    private void work(String networkId, int prefetch) {
        try (RedisStore store = lab.store();
                RushWorker worker = lab.register(networkId, store);
                TaskFeed feed = worker.feed(prefetch)) {
            Optional<Task> task = feed.next(Duration.ZERO);
            while (task.isPresent()) {
                feed.handIn(TaskResult.finished(task.get().key(), Map.of("y", 1.5)));
                task = feed.next(Duration.ZERO);
            }
        }
    }

    private static void pushOneByOne(Rush rush) {
        for (int i = 0; i < CALLS; i++) {
            rush.tasks().push(Points.range(i, i + 1));
        }
    }

    private static void readAgain(Rush rush) {
        for (int i = 0; i < CALLS; i++) {
            rush.archive().fetchFinished();
        }
    }
}
