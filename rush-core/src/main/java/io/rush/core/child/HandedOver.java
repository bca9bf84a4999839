package io.rush.core.child;

import io.rush.api.ChildContext;
import io.rush.api.ValueCodec;
import io.rush.api.log.LogEntry;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.LargeObjects;
import io.rush.core.log.ChildLog;
import io.rush.core.workload.FunctionSource;
import io.rush.core.workload.Handover;
import io.rush.core.workload.Surroundings;
import io.rush.core.workload.WorkloadLoader;
import java.util.function.Consumer;

/** A function that a worker's JVM handed over to this one. */
public final class HandedOver implements ChildContext {
    private final Handover handover;
    private final JsonValues codec;
    private final FunctionSource source;
    private final Surroundings surroundings;
    private final ClassLoader classLoader;

    private HandedOver(Handover handover, JsonValues codec, ClassLoader classLoader) {
        this.handover = handover;
        this.codec = codec;
        this.classLoader = classLoader;
        this.source = FunctionSource.named(handover.function(), new WorkloadLoader(classLoader));
        LargeObjects large = new LargeObjects(handover.largeObjects(), handover.networkId(), codec);
        this.surroundings =
                new Surroundings(handover.workerId(), handover.constants(), handover.globals(), large::load);
    }

    /**
     * What the bytes of {@link io.rush.api.LoopContext#handover()} describe.
     *
     * @param classLoader where functions are looked up
     */
    public static HandedOver of(byte[] handover, ClassLoader classLoader) {
        JsonValues codec = new JsonValues();
        return new HandedOver(Handover.decode(handover, codec), codec, classLoader);
    }

    @Override
    public String functionName() {
        return source.name();
    }

    @Override
    public TaskFunction function() {
        return source.function();
    }

    @Override
    public TaskContext contextOf(Task task) {
        return surroundings.contextOf(task);
    }

    @Override
    public ValueCodec codec() {
        return codec;
    }

    @Override
    public AutoCloseable captureLog(Consumer<LogEntry> receiver) {
        return new ChildLog(handover.workerId(), receiver).start(handover.logs(), classLoader);
    }
}
