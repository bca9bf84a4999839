package io.rush.api.task;

import java.util.Map;

/**
 * What the default loops evaluate for each task.
 *
 * <p>Implement it in a public class with a public constructor without arguments: workers in other JVMs create it from
 * its name. One instance serves a worker. It must be thread-safe where a loop evaluates several tasks at once, as
 * {@code inprocess} does with the option {@code concurrency}.
 *
 * <p>A task that takes longer than its timeout has failed. The loop {@code inprocess} then interrupts the thread of the call,
 * and nothing that it returns counts any more: a function that may take long should end when it is interrupted.
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
