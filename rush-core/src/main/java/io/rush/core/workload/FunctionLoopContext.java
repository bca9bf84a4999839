package io.rush.core.workload;

import io.rush.api.ChildJvm;
import io.rush.api.LoopContext;
import io.rush.api.Prefetch;
import io.rush.api.RushWorker;
import io.rush.api.ValueCodec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.List;
import java.util.Map;

/** What the loop of one worker is made from; creates the function when it is first asked for. */
final class FunctionLoopContext implements LoopContext {
    private final RushWorker worker;
    private final FunctionSource source;
    private final StartArguments arguments;
    private final ValueCodec codec;
    private final Offspring offspring;
    private final Surroundings surroundings;

    FunctionLoopContext(
            RushWorker worker, FunctionSource source, StartArguments arguments, ValueCodec codec, Offspring offspring) {
        this.worker = worker;
        this.source = source;
        this.arguments = arguments;
        this.codec = codec;
        this.offspring = offspring;
        this.surroundings =
                new Surroundings(worker.workerId(), worker.constants(), worker.globals(), worker::loadLargeObject);
    }

    @Override
    public RushWorker worker() {
        return worker;
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
    public Prefetch prefetch() {
        return arguments.prefetch();
    }

    @Override
    public Map<String, Object> options() {
        return arguments.loopOptions();
    }

    @Override
    public ValueCodec codec() {
        return codec;
    }

    @Override
    public byte[] handover() {
        if (!source.isNamed()) {
            throw new ConfigurationException("the function " + source.name()
                    + " is an instance of this JVM, and the loop '" + arguments.loopName()
                    + "' evaluates in others; name a public class, as in WorkerSpec.of(Branin.class)");
        }
        return new Handover(
                        worker.networkId(),
                        worker.workerId(),
                        source.name(),
                        worker.constants(),
                        worker.globals(),
                        arguments.logs(),
                        offspring.largeObjects())
                .encode(codec);
    }

    @Override
    public ChildJvm childJvm(Class<?> mainClass, List<String> jvmOptions, List<String> mainArguments) {
        return offspring.jvms().of(mainClass, jvmOptions, mainArguments);
    }
}
