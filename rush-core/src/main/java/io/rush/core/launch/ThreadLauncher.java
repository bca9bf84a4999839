package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.workload.StartArguments;
import io.rush.core.workload.WorkerRun;
import io.rush.core.workload.WorkloadLoader;
import java.util.function.Function;

/**
 * Launches workers as threads of this JVM.
 *
 * @param connector opens the handle of each worker, in the worker's thread
 * @param codec for loops that evaluate elsewhere
 * @param loops finds loop providers by name
 * @param classLoader where functions and loops are looked up; also the context loader of the threads
 * @param largeObjects for loops that evaluate elsewhere
 */
public record ThreadLauncher(
        WorkerConnector connector,
        ValueCodec codec,
        Function<String, LoopProvider> loops,
        ClassLoader classLoader,
        LargeObjectSettings largeObjects)
        implements WorkerLauncher {
    @Override
    public void validate(WorkerSpec spec) {
        if (!spec.jvmOptions().isEmpty()
                || !spec.environment().isEmpty()
                || spec.outputDirectory().isPresent()) {
            throw new ConfigurationException(
                    "workers of kind THREAD share this JVM; JVM options, environment variables and an output directory"
                            + " need WorkerKind.PROCESS");
        }
        new WorkloadLoader(classLoader).validate(spec.workload());
        loop().check(spec);
    }

    private LoopCheck loop() {
        return new LoopCheck(loops, codec);
    }

    @Override
    public LocalWorker launch(String workerId, WorkerSpec spec, StartArguments arguments, LossReport losses) {
        WorkerRun run = new WorkerRun(
                spec.workload(),
                () -> loop().provider(spec),
                arguments,
                new WorkloadLoader(classLoader),
                codec,
                JvmCommand.offspring(largeObjects));
        return ThreadWorker.start(workerId, arguments, connector, run, losses, classLoader);
    }
}
