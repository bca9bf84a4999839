package io.rush.loop.inprocess;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;

/**
 * Provides the loop {@code inprocess}, which evaluates one task after the other in the worker's own thread. Stateless and
 * thread-safe.
 *
 * <p>An exception of the function fails its task and the worker goes on; so do the errors that leave the JVM sound, such
 * as a failed assertion, a missing class or a stack overflow. Any other {@link VirtualMachineError}, such as {@link
 * OutOfMemoryError}, ends the worker. A task's timeout is told to the function and not enforced.
 */
public final class InProcessLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "inprocess";
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new InProcessLoop(new Evaluation(context), context.prefetch());
    }
}
