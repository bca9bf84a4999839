package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.core.workload.StartArguments;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks the loop of a worker whether it can do what it is told.
 *
 * @param loops finds loop providers by name
 * @param codec gives options the form in which workers get them
 */
record LoopCheck(Function<String, LoopProvider> loops, ValueCodec codec) {
    /** @throws ConfigurationException if there is no such loop, or it cannot */
    void check(WorkerSpec spec) {
        Map<String, Object> options = codec.decode(codec.encode(spec.loopOptions()));
        if (isFunction(spec.workload())) {
            provider(spec).check(spec.workload(), options);
        } else {
            refuseOptions(options);
        }
    }

    /** The same where the worker runs. */
    void check(StartArguments arguments) {
        if (isFunction(arguments.workload())) {
            loops.apply(arguments.loopName()).check(arguments.workload(), arguments.loopOptions());
        } else {
            refuseOptions(arguments.loopOptions());
        }
    }

    LoopProvider provider(WorkerSpec spec) {
        return spec.loopProvider().orElseGet(() -> loops.apply(spec.loopName()));
    }

    private static boolean isFunction(Workload workload) {
        return workload instanceof Workload.NamedFunction || workload instanceof Workload.LocalFunction;
    }

    private static void refuseOptions(Map<String, Object> options) {
        if (!options.isEmpty()) {
            throw new ConfigurationException("loop options are for loops that evaluate a function; hand "
                    + String.join(", ", options.keySet()) + " to a loop of your own as constants");
        }
    }
}
