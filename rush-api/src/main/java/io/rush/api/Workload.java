package io.rush.api;

import io.rush.api.task.TaskFunction;

/** What a worker runs: a task function within a loop of a {@link LoopProvider}, or a loop of the user's. */
public sealed interface Workload {
    /** A function by class name or service name; created on the worker. */
    record NamedFunction(String name) implements Workload {}

    /** A function of this JVM. */
    record LocalFunction(TaskFunction function) implements Workload {}

    /** A loop by class name or service name; created on the worker. */
    record NamedLoop(String name) implements Workload {}

    /** A loop of this JVM. */
    record LocalLoop(WorkerLoop loop) implements Workload {}
}
