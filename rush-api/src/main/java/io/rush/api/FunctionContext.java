package io.rush.api;

import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;

/** A task function and what it may know, in whatever JVM it is evaluated. Thread-safe. */
public interface FunctionContext {
    /** Class name or service name of the function; of a lambda, its class name, which no other JVM can resolve. */
    String functionName();

    /**
     * The function; the same instance at each call.
     *
     * @throws io.rush.api.error.ConfigurationException if it cannot be created here
     */
    TaskFunction function();

    /** What the function may know beside the inputs of a task. */
    TaskContext contextOf(Task task);

    /** Turns named values to bytes and back, for loops that evaluate elsewhere. */
    ValueCodec codec();
}
