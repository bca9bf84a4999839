package io.rush.core.workload;

import io.rush.api.task.LargeObject;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import java.util.Map;
import java.util.function.Function;

/**
 * What is the same for all tasks that a function evaluates.
 *
 * @param workerId the worker
 * @param constants named values for every call of the function
 * @param globals named values for everything that runs on the worker
 * @param largeObjects reads what a reference stands for
 */
public record Surroundings(
        String workerId,
        Map<String, Object> constants,
        Map<String, Object> globals,
        Function<LargeObject, Object> largeObjects) {
    /** What the function may know of a task. */
    public TaskContext contextOf(Task task) {
        return new FunctionTaskContext(this, task);
    }
}
