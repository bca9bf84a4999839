package io.rush.examples;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TypedTaskFunction;

/**
 * The function of Branin, a usual test of optimisers: smooth, with three minima of the same value. Stateless and
 * thread-safe.
 */
public final class Branin implements TypedTaskFunction<Point, Value> {
    /** The value of the function at each of its minima. */
    public static final double MINIMUM = 0.397887;

    static final Interval X1 = new Interval(-5, 10);
    static final Interval X2 = new Interval(0, 15);

    private static final double CURVE = 5.1 / (4 * Math.PI * Math.PI);
    private static final double SLOPE = 5 / Math.PI;
    private static final double WAVE = 10 - 10 / (8 * Math.PI);

    @Override
    public Value evaluate(Point xs, TaskContext context) {
        return new Value(at(xs));
    }

    static double at(Point point) {
        double valley = point.x2() - CURVE * point.x1() * point.x1() + SLOPE * point.x1() - 6;
        return valley * valley + WAVE * Math.cos(point.x1()) + 10;
    }
}
