package io.rush.core.workload;

import io.rush.api.task.TaskFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function that is created when it is first asked for. Thread-safe. */
public final class FunctionSource {
    private final String name;
    private final boolean named;
    private final Supplier<TaskFunction> supplier;
    private @Nullable TaskFunction function;

    private FunctionSource(String name, boolean named, Supplier<TaskFunction> supplier) {
        this.name = name;
        this.named = named;
        this.supplier = supplier;
    }

    /** A function that is created from its name. */
    public static FunctionSource named(String name, WorkloadLoader loader) {
        return new FunctionSource(name, true, () -> loader.function(name));
    }

    /** A function of this JVM. */
    static FunctionSource of(TaskFunction function) {
        return new FunctionSource(function.getClass().getName(), false, () -> function);
    }

    /** Its class name or service name. */
    public String name() {
        return name;
    }

    /** Whether another JVM can create it from its name. */
    boolean isNamed() {
        return named;
    }

    /**
     * The same instance at each call.
     *
     * @throws io.rush.api.error.ConfigurationException if it cannot be created; with the mend
     */
    public synchronized TaskFunction function() {
        if (function == null) {
            function = supplier.get();
        }
        return function;
    }
}
