package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.task.TaskTable;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * From the finish of a task until a controller that waits for new results has the row; the floor is a PING to a Redis
 * that is as idle.
 */
final class ControllerWakeUp implements Figure {
    private static final String NETWORK = "controller-wake-up";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Quantity TIME = Quantity.of(
            "finish until a waiting controller has the row",
            "us",
            "a bare PING after a pause",
            Bar.atMostTimesTheFloor(3));

    private final List<Map<String, Double>> xss;
    private final ExecutorService waiting = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Blocked blocked;
    private final BareRedis bare;
    private final Rush controller;
    private final RecordingStore store;
    private final RushWorker worker;

    ControllerWakeUp(Lab lab) {
        this.xss = Points.range(0, lab.sizes().waits());
        this.blocked = new Blocked(lab.redis());
        this.bare = lab.bare();
        this.controller = lab.connect(NETWORK);
        this.store = lab.recorder();
        this.worker = lab.register(NETWORK, store);
    }

    private record Arrival(long nanos, TaskTable rows) {}

    @Override
    public List<Sample> round() {
        Timer ours = new Timer();
        Timer floor = new Timer();
        List<String> keys = new ArrayList<>();
        for (Map<String, Double> xs : xss) {
            String key = worker.pushRunning(List.of(xs)).get(0);
            keys.add(key);
            ours.addNanos(nanosUntilSeen(key, xs));
            Waits.pause();
            floor.time(bare::ping);
        }
        Delivery.check(controller, keys, xss.stream().map(Points::first).toList());
        controller.archive().fetchNew();
        store.takeFlushes();
        new Leftovers(bare, NETWORK).delete(keys);
        return List.of(Sample.of(TIME, ours.median(), floor.median()));
    }

    private long nanosUntilSeen(String key, Map<String, Double> xs) {
        waiting.execute(() -> controller
                .archive()
                .awaitNew(PATIENCE)
                .ifPresent(rows -> arrivals.add(new Arrival(System.nanoTime(), rows))));
        blocked.await(1);
        long start = System.nanoTime();
        worker.finish(key, Points.result(xs));
        Arrival arrival = Waits.take(arrivals);
        DeliveryException.require(arrival.rows().keys().equals(List.of(key)), "the controller saw other rows");
        return arrival.nanos() - start;
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        worker.close();
        store.close();
        controller.reset();
        controller.close();
        bare.close();
    }
}
