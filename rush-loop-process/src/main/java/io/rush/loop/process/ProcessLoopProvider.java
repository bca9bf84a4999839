package io.rush.loop.process;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.loop.process.option.Options;
import java.util.Map;

/**
 * Provides the loop {@code process}, which evaluates each task in a child JVM of the worker, so that nothing a task does
 * can hurt more than that task (manual, {@code worker_loop_callr}). Stateless and thread-safe.
 */
public final class ProcessLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "process";
    }

    /** Refuses options that are not in the table, and functions that are instances of this JVM. */
    @Override
    public void check(Workload workload, Map<String, Object> options) {
        Options.of(options);
        if (workload instanceof Workload.LocalFunction local) {
            throw new ConfigurationException("the function "
                    + local.function().getClass().getName()
                    + " is an instance of this JVM, and the loop 'process' evaluates in others; name a public class,"
                    + " as in WorkerSpec.of(Branin.class)");
        }
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new ProcessLoop(context, Options.of(context.options()));
    }
}
