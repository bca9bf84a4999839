package io.rush.api;

import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;

/** What a {@link LoopProvider} gets to make a loop from. Thread-safe. */
public interface LoopContext {
    /** The worker that the loop works for. */
    RushWorker worker();

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

    /** What the worker's user chose for the {@link RushWorker#feed} of the loop. */
    Prefetch prefetch();

    /** Turns named values to bytes and back, for loops that evaluate elsewhere. */
    ValueCodec codec();
}
