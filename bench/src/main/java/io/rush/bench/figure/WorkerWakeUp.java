package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * From the push of a task until the function of a worker that waits in Redis is called; the floor is a PING to a Redis
 * that is as idle.
 */
final class WorkerWakeUp implements Figure {
    private static final String NETWORK = "worker-wake-up";
    private static final Quantity TIME = Quantity.of(
            "push until an idle worker's function starts",
            "us",
            "a bare PING after a pause",
            Bar.atMostTimesTheFloor(3));

    private final List<Map<String, Double>> xss;
    private final BlockingQueue<Long> starts = new LinkedBlockingQueue<>();
    private final Blocked blocked;
    private final BareRedis bare;
    private final Rush rush;
    private final Rush starter;

    WorkerWakeUp(Lab lab) {
        this.xss = Points.range(0, lab.sizes().waits());
        this.blocked = new Blocked(lab.redis());
        this.bare = lab.bare();
        this.rush = lab.connect(NETWORK);
        this.starter = lab.connect(NETWORK);
        starter.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            starts.add(System.nanoTime());
                            return new FirstNumber().evaluate(xs, context);
                        })
                        .workers(1)
                        .kind(WorkerKind.THREAD));
    }

    @Override
    public List<Sample> round() {
        Timer ours = new Timer();
        Timer floor = new Timer();
        List<String> keys = new ArrayList<>();
        for (Map<String, Double> xs : xss) {
            blocked.await(1);
            long start = System.nanoTime();
            keys.add(rush.tasks().push(xs));
            ours.addNanos(Waits.take(starts) - start);
            Waits.pause();
            floor.time(bare::ping);
        }
        rush.tasks().await(keys);
        Delivery.check(rush, keys, xss.stream().map(Points::first).toList());
        new Leftovers(bare, NETWORK).delete(keys);
        return List.of(Sample.of(TIME, ours.median(), floor.median()));
    }

    @Override
    public void close() {
        starter.close();
        rush.reset();
        rush.close();
        bare.close();
    }
}
