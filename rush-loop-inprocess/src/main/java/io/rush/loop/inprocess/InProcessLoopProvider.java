package io.rush.loop.inprocess;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import java.util.Map;

/**
 * Provides the loop {@code inprocess}, which evaluates tasks in threads of the worker's JVM. Stateless and thread-safe.
 *
 * <p>An exception of the function fails its task and the worker goes on; so do the errors that leave the JVM sound, such
 * as a failed assertion, a missing class or a stack overflow. Any other {@link VirtualMachineError}, such as {@link
 * OutOfMemoryError}, ends the worker.
 *
 * <p>A task that takes longer than its timeout fails: its thread is interrupted, and abandoned if it does not obey within the
 * option {@code interruptGrace} (seconds; 5 unless set). The option {@code concurrency} says how many tasks are evaluated
 * at once (1 to 1,000; 1 unless set), each in a thread of its own, and {@code threads} in which: {@code platform} or, from
 * Java 21 on, {@code virtual}.
 */
public final class InProcessLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "inprocess";
    }

    @Override
    public void check(Workload workload, Map<String, Object> options) {
        LaneOptions.of(options);
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new InProcessLoop(context, LaneOptions.of(context.options()));
    }
}
