package io.rush.examples.loop;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;

/**
 * Provides the loop {@code sequential}, which evaluates one task after the other in the worker's own thread. A jar that
 * offers it names this class in its module descriptor and in {@code META-INF/services}. Stateless and thread-safe.
 */
public final class SequentialLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new SequentialLoop(context);
    }
}
