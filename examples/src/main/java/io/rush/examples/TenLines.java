package io.rush.examples;

import io.rush.api.Rush;
import io.rush.api.WorkerSpec;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TypedTaskFunction;
import java.util.List;

/** The program of the README; a test holds the two equal. */
public final class TenLines implements TypedTaskFunction<TenLines.Point, TenLines.Value> {
    public record Point(double x) {}

    public record Value(double y) {}

    @Override
    public Value evaluate(Point xs, TaskContext context) {
        return new Value((xs.x() - 2) * (xs.x() - 2));
    }

    public static void main(String[] arguments) {
        try (Rush rush = Rush.connect("ten-lines")) {
            rush.workers().startLocal(WorkerSpec.of(TenLines.class).workers(2));
            List<String> keys = rush.tasks().push(List.of(new Point(1), new Point(2.5), new Point(4)));
            rush.tasks().await(keys);
            System.out.println(rush.archive().fetchFinished().sortedBy("y"));
        }
    }
}
