package io.rush.it.seed;

import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import java.util.Map;

/** Queues one task and leaves. */
public final class Pushing implements WorkerLoop {
    @Override
    public void run(RushWorker worker) {
        worker.tasks().push(Map.of("x", 1L));
    }
}
