package io.rush.core.workload;

import io.rush.api.LoopProvider;
import io.rush.api.RushWorker;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import java.util.function.Supplier;

/**
 * What happens between a worker's registration and its departure.
 *
 * @param workload the function or loop
 * @param provider finds the provider of the loop that evaluates a function
 * @param arguments what else the worker is started with
 * @param loader creates what is given by name
 * @param codec for loops that evaluate elsewhere
 * @param offspring for the same
 */
public record WorkerRun(
        Workload workload,
        Supplier<LoopProvider> provider,
        StartArguments arguments,
        WorkloadLoader loader,
        ValueCodec codec,
        Offspring offspring) {
    /**
     * Creates the loop, runs it, and takes the worker off the network when it returns.
     *
     * @throws Exception of the loop; the worker has then not left
     */
    public void with(RushWorker worker) throws Exception {
        loop(worker).run(worker);
        // A flag that ended the loop must not keep the worker from leaving.
        Thread.interrupted();
        worker.terminate();
    }

    private WorkerLoop loop(RushWorker worker) {
        if (workload instanceof Workload.NamedFunction named) {
            return loop(worker, FunctionSource.named(named.name(), loader));
        }
        if (workload instanceof Workload.LocalFunction local) {
            return loop(worker, FunctionSource.of(local.function()));
        }
        return workload instanceof Workload.NamedLoop named
                ? loader.loop(named.name())
                : ((Workload.LocalLoop) workload).loop();
    }

    private WorkerLoop loop(RushWorker worker, FunctionSource source) {
        return provider.get().create(new FunctionLoopContext(worker, source, arguments, codec, offspring));
    }
}
