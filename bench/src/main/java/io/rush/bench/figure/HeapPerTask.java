package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.lang.management.ManagementFactory;
import java.util.List;

/** How much the heap grows when a handle has read all finished tasks and nobody holds a table of them. */
final class HeapPerTask implements Figure {
    private static final int COLLECTIONS = 3;
    private static final Quantity HEAP = Quantity.of("heap of a cached task", "bytes/task", Bar.atMost(400));

    private final Lab lab;
    private final FinishedNetwork network;

    HeapPerTask(Lab lab) {
        this.lab = lab;
        this.network = lab.archive(lab.sizes().tasks());
    }

    @Override
    public List<Sample> round() {
        try (Rush rush = lab.connect(network.id())) {
            long before = usedHeap();
            rush.archive().fetchFinished();
            double grown = usedHeap() - before;
            network.check(rush.archive().fetchFinished());
            return List.of(Sample.of(HEAP, grown / network.size()));
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {}
}
