package io.rush.bench.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tasks with ten numbers, by index: the same at each run. */
public final class Points {
    private static final int NUMBERS = 10;
    private static final long SEED = 2_026;

    private Points() {}

    /** Inputs of the tasks from one index up to another. */
    public static List<Map<String, Double>> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(Points::at).toList();
    }

    /** Inputs of one task. */
    public static Map<String, Double> at(int index) {
        SplittableRandom random = new SplittableRandom(SEED + index);
        Map<String, Double> xs = new LinkedHashMap<>();
        for (int number = 0; number < NUMBERS; number++) {
            xs.put("x" + number, random.nextDouble());
        }
        return xs;
    }

    /** What {@link FirstNumber} makes of them. */
    public static Map<String, Double> result(Map<String, Double> xs) {
        return Map.of("y", first(xs));
    }

    /** The number that comes back as the result. */
    public static double first(Map<String, Double> xs) {
        return xs.getOrDefault("x0", Double.NaN);
    }
}
