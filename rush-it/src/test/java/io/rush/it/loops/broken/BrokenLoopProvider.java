package io.rush.it.loops.broken;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import java.util.Map;

/** Provides loops with the fault that the option {@code fault} names. */
public final class BrokenLoopProvider implements LoopProvider {
    static final String NAME = "broken";
    static final String FAULT = "fault";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void check(Workload workload, Map<String, Object> options) {
        fault(options);
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new BrokenLoop(context, fault(context.options()));
    }

    private static Fault fault(Map<String, Object> options) {
        return Fault.valueOf((String) options.get(FAULT));
    }
}
