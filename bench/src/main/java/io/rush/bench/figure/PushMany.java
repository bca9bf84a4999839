package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.task.TaskState;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.Replay;
import io.rush.bench.floor.ServerLoad;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pushes many tasks at once; the floor sends the same pipeline. */
final class PushMany implements Figure {
    private static final String NETWORK = "push-many";
    private static final double MICROS_A_SECOND = 1e6;
    private static final Quantity RATE =
            Quantity.of("push of many tasks at once", "tasks/s", "the bare pipeline", Bar.atLeastTimesTheFloor(0.7));
    private static final Quantity CPU = Quantity.of("Redis CPU", "us/task", "the bare pipeline", Bar.NONE);

    private final List<Map<String, Double>> xss;
    private final Replay pipeline;
    private final Lab lab;
    private final Rush rush;
    private final BareRedis bare;

    PushMany(Lab lab) {
        this.lab = lab;
        this.xss = Points.range(0, lab.sizes().tasks());
        this.pipeline = record(lab, xss);
        this.rush = lab.connect(NETWORK);
        this.bare = lab.bare();
    }

    private static Replay record(Lab lab, List<Map<String, Double>> xss) {
        try (RecordingStore recorder = lab.recorder();
                Rush recorded = lab.connect(NETWORK, recorder)) {
            recorded.tasks().push(xss.get(0)); // so that the server knows the script
            recorder.takeFlushes();
            recorded.tasks().push(xss);
            Replay pipeline = Replay.of(recorder.takeFlushes());
            recorded.reset();
            return pipeline;
        }
    }

    @Override
    public List<Sample> round() {
        Cost floor = costOf(() -> pipeline.on(bare));
        DeliveryException.requireEqual(
                "tasks that the floor queued", xss.size(), rush.tasks().counts().queued());
        rush.reset();
        List<String> keys = new ArrayList<>();
        Cost ours = costOf(() -> keys.addAll(rush.tasks().push(xss)));
        DeliveryException.require(
                rush.tasks().keys(TaskState.QUEUED).equals(keys),
                "the queue does not hold the pushed tasks in their order");
        rush.reset();
        return List.of(Sample.of(RATE, ours.rate(), floor.rate()), Sample.of(CPU, ours.cpuMicros(), floor.cpuMicros()));
    }

    private Cost costOf(Runnable push) {
        ServerLoad before = lab.load();
        double micros = Timer.micros(push);
        return new Cost(
                xss.size() / micros * MICROS_A_SECOND,
                lab.load().since(before, xss.size()).cpuMicros());
    }

    private record Cost(double rate, double cpuMicros) {}

    @Override
    public void close() {
        bare.close();
        rush.close();
    }
}
