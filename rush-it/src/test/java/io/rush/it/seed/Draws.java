package io.rush.it.seed;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Returns random numbers of every kind; the first evaluation fails with them where the input {@code fails} says so. */
public final class Draws implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        Map<String, Object> ys = from(context.random());
        ys.put("goes_on", context.random().nextLong());
        if (xs.containsKey("fails") && context.retries() == 0) {
            throw new IllegalStateException(String.valueOf(ys.get("doubles")));
        }
        return ys;
    }

    /** The numbers that a generator draws first. */
    static Map<String, Object> from(RandomGenerator random) {
        Map<String, Object> draws = new LinkedHashMap<>();
        draws.put("doubles", List.of(random.nextDouble(), random.nextDouble()));
        draws.put("int", (long) random.nextInt());
        draws.put("below", (long) random.nextInt(1_000_000));
        draws.put("long", random.nextLong());
        draws.put("gaussian", random.nextGaussian());
        return draws;
    }
}
