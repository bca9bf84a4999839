package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.task.TaskTable;
import io.rush.bench.floor.CannedStore;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.List;

/**
 * A table of everything that a handle has cached, without a round trip: Redis' answer that nothing came is given out of
 * memory. The large archive stands beside the small one.
 */
final class Snapshot implements Figure {
    private static final int SNAPSHOTS = 10_000;
    private static final String SMALL = "the small archive";
    private static final Quantity TIME =
            Quantity.of("snapshot of the large archive", "us", SMALL, Bar.atMostTimesTheFloor(1.2));
    private static final Quantity MEMORY = Quantity.of("allocation", "bytes", SMALL, Bar.atMostTimesTheFloor(1.2));

    private final Side small;
    private final Side large;

    Snapshot(Lab lab) {
        this.small = new Side(lab, lab.archive(lab.sizes().small()));
        this.large = new Side(lab, lab.archive(lab.sizes().large()));
    }

    @Override
    public List<Sample> round() {
        double smallMicros = small.micros();
        double largeMicros = large.micros();
        return List.of(Sample.of(TIME, largeMicros, smallMicros), Sample.of(MEMORY, large.bytes(), small.bytes()));
    }

    @Override
    public void close() {
        small.close();
        large.close();
    }

    /** One of the two archives. */
    private static final class Side implements AutoCloseable {
        private final FinishedNetwork network;
        private final CannedStore store;
        private final Rush rush;

        Side(Lab lab, FinishedNetwork network) {
            this.network = network;
            this.store = CannedStore.byScript(lab.store());
            this.rush = lab.connect(network.id(), store);
            network.check(rush.archive().fetchFinished());
            rush.archive().fetchFinished(); // the answer that nothing came
            store.setCanned(true);
        }

        double micros() {
            return Timer.micros(this::takeSnapshots) / SNAPSHOTS;
        }

        double bytes() {
            return Allocation.bytes(this::takeSnapshots) / SNAPSHOTS;
        }

        private void takeSnapshots() {
            for (int i = 0; i < SNAPSHOTS; i++) {
                TaskTable table = rush.archive().fetchFinished();
                DeliveryException.requireEqual("rows of a snapshot", network.size(), table.size());
            }
        }

        @Override
        public void close() {
            store.setCanned(false);
            rush.close();
            store.close();
        }
    }
}
