package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TypedTaskFunction;

/** A function with records for inputs and outputs. */
public final class Distance implements TypedTaskFunction<Point, Length> {
    @Override
    public Length evaluate(Point xs, TaskContext context) {
        return new Length(xs.x() * xs.n(), "n=" + xs.n());
    }
}
