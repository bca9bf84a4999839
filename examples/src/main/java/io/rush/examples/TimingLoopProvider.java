package io.rush.examples;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import java.util.Map;
import java.util.Set;

/** Provides the loop {@code timing}. Its option {@code extra} names what it stores the time as; "seconds" unless set. */
public final class TimingLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "timing";
    }

    @Override
    public void check(Workload workload, Map<String, Object> options) {
        if (!Set.of("extra").containsAll(options.keySet()) || !(extra(options) instanceof String)) {
            throw new ConfigurationException("the loop 'timing' knows the option extra, a text, and not " + options);
        }
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new TimingLoop(context, (String) extra(context.options()));
    }

    private static Object extra(Map<String, Object> options) {
        return options.getOrDefault("extra", "seconds");
    }
}
