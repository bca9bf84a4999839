package io.rush.bench.figure;

import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.bench.report.Bar;

/**
 * Workers as they are measured.
 *
 * @param name of the figure, and of its network
 * @param workers how many JVMs
 * @param batch how many tasks each takes at once
 * @param rate what their rate has to reach
 * @param commands what their number of commands per task has to reach
 * @param cpu what Redis' processor time per task in microseconds has to reach
 */
record Crew(String name, int workers, int batch, Bar rate, Bar commands, Bar cpu) {
    private static final double ONE = 1.01; // the first task, and a wait at the end, cost one more

    static final Crew ONE_WORKER =
            new Crew("one-worker", 1, 1, Bar.atLeastTimesTheFloor(0.8), Bar.atMost(ONE), Bar.NONE);
    static final Crew TWO_WORKERS =
            new Crew("two-workers", 2, 1, Bar.atLeastTimesTheFloor(0.8), Bar.atMost(ONE), Bar.atMost(15));
    static final Crew PREFETCH =
            new Crew("two-workers-prefetch", 2, 16, Bar.atLeastTimesTheFloor(0.7), Bar.NONE, Bar.atMost(8));

    WorkerSpec spec() {
        return WorkerSpec.of(FirstNumber.class)
                .workers(workers)
                .kind(WorkerKind.PROCESS)
                .prefetch(batch);
    }
}
