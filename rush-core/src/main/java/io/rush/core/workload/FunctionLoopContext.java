package io.rush.core.workload;

import io.rush.api.LoopContext;
import io.rush.api.Prefetch;
import io.rush.api.RushWorker;
import io.rush.api.ValueCodec;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the loop of one worker is made from; creates the function when it is first asked for. */
final class FunctionLoopContext implements LoopContext {
    private final RushWorker worker;
    private final String functionName;
    private final Supplier<TaskFunction> source;
    private final Prefetch prefetch;
    private final ValueCodec codec;
    private @Nullable TaskFunction function;

    FunctionLoopContext(
            RushWorker worker,
            String functionName,
            Supplier<TaskFunction> source,
            Prefetch prefetch,
            ValueCodec codec) {
        this.worker = worker;
        this.functionName = functionName;
        this.source = source;
        this.prefetch = prefetch;
        this.codec = codec;
    }

    @Override
    public RushWorker worker() {
        return worker;
    }

    @Override
    public String functionName() {
        return functionName;
    }

    @Override
    public synchronized TaskFunction function() {
        if (function == null) {
            function = source.get();
        }
        return function;
    }

    @Override
    public TaskContext contextOf(Task task) {
        return new FunctionTaskContext(worker, task);
    }

    @Override
    public Prefetch prefetch() {
        return prefetch;
    }

    @Override
    public ValueCodec codec() {
        return codec;
    }
}
