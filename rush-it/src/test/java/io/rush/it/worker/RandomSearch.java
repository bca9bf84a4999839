package io.rush.it.worker;

import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A decentralised search: each worker invents its points until the archive holds as many as {@code budget} says. */
public final class RandomSearch implements WorkerLoop {
    @Override
    public void run(RushWorker worker) {
        long budget = (long) worker.constants().get("budget");
        Random random = new Random(worker.workerId().hashCode());
        while (!worker.isTerminated() && worker.archive().fetchFinished().size() < budget) {
            double x = random.nextDouble();
            String key = worker.pushRunning(List.of(Map.of("x", x))).get(0);
            worker.finish(key, Map.of("y", x * x), Map.of("by", worker.workerId()));
        }
    }
}
