package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.task.TaskTable;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.Replay;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.List;

/** A new handle reads all finished tasks and every column of them; the floor reads the same bytes. */
final class ColdFetch implements Figure {
    private static final double MICROS_A_MILLI = 1e3;
    private static final Quantity TIME = Quantity.of(
            "first fetch, every column read", "ms", "the bare fetch of the same bytes", Bar.atMostTimesTheFloor(2.5));

    private final Lab lab;
    private final FinishedNetwork network;
    private final Replay replay;
    private final BareRedis bare;

    ColdFetch(Lab lab) {
        this.lab = lab;
        this.network = lab.archive(lab.sizes().tasks());
        this.replay = record(lab, network.id());
        this.bare = lab.bare();
    }

    private static Replay record(Lab lab, String networkId) {
        try (RecordingStore recorder = lab.recorder();
                Rush recorded = lab.connect(networkId, recorder)) {
            recorded.archive().fetchFinished(); // so that the server knows the script
            recorded.archive().resetCache();
            recorder.takeFlushes();
            recorded.archive().fetchFinished();
            return Replay.of(recorder.takeFlushes());
        }
    }

    @Override
    public List<Sample> round() {
        double floor = Timer.micros(() -> replay.on(bare));
        try (Rush rush = lab.connect(network.id())) {
            System.gc();
            double ours = Timer.micros(() -> readAll(rush.archive().fetchFinished()));
            network.check(rush.archive().fetchFinished());
            return List.of(Sample.of(TIME, ours / MICROS_A_MILLI, floor / MICROS_A_MILLI));
        }
    }

    private static void readAll(TaskTable table) {
        for (String name : table.columnNames()) {
            if (name.matches("[xy]\\d?")) {
                table.doubles(name);
            } else {
                table.column(name).get(table.size() - 1);
            }
        }
        table.keys();
    }

    @Override
    public void close() {
        bare.close();
    }
}
