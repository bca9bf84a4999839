package io.rush.examples;

import static io.rush.api.task.TaskField.XS;
import static io.rush.api.task.TaskField.YS;

import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import io.rush.api.task.TaskTable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One worker's share of a search without a centre: it draws points itself, and half of them near the best point that any
 * worker has found. It knows that from the shared archive, of which it reads only what is new.
 *
 * <p>The constant {@code budget} says how many tasks all workers finish together; {@value #DEFAULT_BUDGET} without it.
 */
public final class RandomSearch implements WorkerLoop {
    /** Tasks of all workers together. */
    public static final long DEFAULT_BUDGET = 1_000;

    /** Steps around the best point are up to 10^0 and down to 10^-3 of an interval. */
    private static final int MAGNITUDES = 3;

    private final SplittableRandom random = new SplittableRandom();
    private int finished;
    private @Nullable Sample best;

    @Override
    public void run(RushWorker worker) {
        long budget = (Long) worker.constants().getOrDefault("budget", DEFAULT_BUDGET);
        learn(worker);
        while (finished < budget && !worker.isTerminated()) {
            Point point = propose();
            for (String key : worker.pushRunning(List.of(point))) {
                worker.finish(key, Map.of("y", Branin.at(point)));
            }
            learn(worker);
        }
    }

    private void learn(RushWorker worker) {
        TaskTable fresh = worker.archive().fetchNew(XS, YS);
        finished += fresh.size();
        for (Sample sample : fresh.toRecords(Sample.class)) {
            if (best == null || sample.y() < best.y()) {
                best = sample;
            }
        }
    }

    private Point propose() {
        if (best == null || random.nextBoolean()) {
            return new Point(Branin.X1.at(random.nextDouble()), Branin.X2.at(random.nextDouble()));
        }
        double size = Math.pow(10, -MAGNITUDES * random.nextDouble());
        return new Point(near(best.x1(), Branin.X1, size), near(best.x2(), Branin.X2, size));
    }

    private double near(double centre, Interval interval, double size) {
        double step = (random.nextDouble() - 0.5) * size * interval.width();
        return interval.clamp(centre + step);
    }
}
