package io.rush.examples.loop;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import java.util.Map;
import java.util.Set;

/**
 * Provides the loop {@code sequential}, which evaluates one task after the other in the worker's own thread. A jar that
 * offers it names this class in its module descriptor and in {@code META-INF/services}. Stateless and thread-safe.
 *
 * <p>Along with the outputs of a task it stores the "seconds" that they took, and as "loop" what the option {@code label}
 * says, or its name.
 */
public final class SequentialLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public void check(Workload workload, Map<String, Object> options) {
        if (!Set.of("label").containsAll(options.keySet()) || !(label(options) instanceof String)) {
            throw new ConfigurationException(
                    "the loop 'sequential' has the option label, which is a text; it was given " + options);
        }
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new SequentialLoop(context, (String) label(context.options()));
    }

    private Object label(Map<String, Object> options) {
        return options.getOrDefault("label", name());
    }
}
