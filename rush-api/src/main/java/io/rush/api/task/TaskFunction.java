package io.rush.api.task;

import java.util.Map;

/**
 * What the default loops evaluate for each task.
 *
 * <p>Implement it in a public class with a public constructor without arguments: workers in other JVMs create it from
 * its name. One instance serves a worker; where a loop evaluates several tasks at once, it must be thread-safe.
 */
@FunctionalInterface
public interface TaskFunction {
    /**
     * Computes the outputs of one task.
     *
     * @param xs the inputs by name; cannot be changed
     * @return the outputs by name, within the value model
     * @throws Exception to fail this task; the worker goes on
     */
    Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws Exception;
}
