package io.rush.bench.figure;

import static io.rush.bench.figure.DeliveryException.require;

import io.rush.api.Rush;
import io.rush.api.store.RedisCommand;
import io.rush.api.task.TaskState;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.Resp;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Pushes tasks one at a time; the floor sends the calls that rush sent for the same tasks, turn by turn. */
final class PushOne implements Figure {
    private static final String NETWORK = "push-one";
    private static final Quantity TIME =
            Quantity.of("push of one task", "us", "one bare script call", Bar.atMostTimesTheFloor(1.25));

    private final List<Map<String, Double>> xss;
    private final List<byte[]> bareCalls;
    private final Rush rush;
    private final BareRedis bare;

    PushOne(Lab lab) {
        this.xss = Points.range(0, lab.sizes().calls());
        this.bareCalls = record(lab, xss);
        this.rush = lab.connect(NETWORK);
        this.bare = lab.bare();
    }

    private static List<byte[]> record(Lab lab, List<Map<String, Double>> xss) {
        try (RecordingStore recorder = lab.recorder();
                Rush recorded = lab.connect(NETWORK, recorder)) {
            List<byte[]> calls = new ArrayList<>();
            recorded.tasks().push(xss.get(0)); // so that the server knows the script
            recorder.takeFlushes();
            for (Map<String, Double> xs : xss) {
                recorded.tasks().push(xs);
                RedisCommand call = recorder.takeCommand();
                calls.add(Resp.bytes(call));
            }
            recorded.reset();
            return calls;
        }
    }

    @Override
    public List<Sample> round() {
        Timer ours = new Timer();
        Timer floor = new Timer();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < xss.size(); i++) {
            Map<String, Double> xs = xss.get(i);
            byte[] call = bareCalls.get(i);
            ours.time(() -> keys.add(rush.tasks().push(xs)));
            floor.time(() -> bare.send(call, 1));
        }
        List<String> queued = new ArrayList<>(rush.tasks().keys(TaskState.QUEUED));
        DeliveryException.requireEqual("queued tasks", 2L * xss.size(), queued.size());
        queued.retainAll(new HashSet<>(keys));
        require(queued.equals(keys), "the queue does not hold the pushed tasks in their order");
        rush.reset();
        return List.of(Sample.of(TIME, ours.median(), floor.median()));
    }

    @Override
    public void close() {
        bare.close();
        rush.close();
    }
}
