package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.core.workload.StartArguments;
import io.rush.core.workload.WorkloadLoader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Launches workers as JVMs of their own.
 *
 * <p>Supervised ones hold a pipe to this JVM and end with it; their outputs are copied to those of this JVM. The others
 * live on when this JVM ends: their standard output is discarded, and their standard error goes to a temporary file,
 * which is deleted when this JVM sees the worker end. With an output directory both outputs of either go to files in it.
 * A signal that the system sends to the whole process group, as
 * Ctrl-C in a terminal does, reaches them all the same.
 *
 * @param networkId the network of the workers
 * @param address how they reach Redis; empty if this JVM was handed a connected store without a URL
 * @param mainClass their main class, which takes network id and worker id
 * @param loops finds loop providers by name
 * @param codec gives loop options the form in which workers get them
 */
public record ProcessLauncher(
        String networkId,
        Optional<NetworkAddress> address,
        Class<?> mainClass,
        Function<String, LoopProvider> loops,
        ValueCodec codec)
        implements WorkerLauncher {
    @Override
    public void validate(WorkerSpec spec) {
        require(address.isPresent(), "workers of kind PROCESS need the URL of the server; set redisUrl in RushConfig");
        require(
                spec.loopProvider().isEmpty(),
                "a loop provider cannot be handed to another JVM; give its name, or use WorkerKind.THREAD");
        requireNamed(spec.workload());
        new WorkloadLoader(ClassLoader.getSystemClassLoader()).validate(spec.workload());
        new LoopCheck(loops, codec).check(spec);
    }

    private static void requireNamed(Workload workload) {
        boolean named = workload instanceof Workload.NamedFunction || workload instanceof Workload.NamedLoop;
        require(
                named,
                "an instance or a lambda cannot be handed to another JVM; lambdas only work with WorkerKind.THREAD, for"
                        + " WorkerKind.PROCESS name a public class");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }

    @Override
    public LocalWorker launch(String workerId, WorkerSpec spec, StartArguments arguments, LossReport losses) {
        JvmCommand command =
                JvmCommand.of(RunningJvm.here(), mainClass, spec.jvmOptions(), List.of(networkId, workerId));
        try {
            ProcessWorker worker = launch(workerId, command, builder(command, spec), spec);
            worker.observe(losses);
            return worker;
        } catch (IOException | IllegalArgumentException refused) {
            command.close();
            throw new WorkerException(workerId, "its process cannot be started: " + refused.getMessage(), refused);
        }
    }

    private ProcessBuilder builder(JvmCommand command, WorkerSpec spec) {
        ProcessBuilder builder = new ProcessBuilder(command.line());
        // The child takes its path from the command line alone, as this JVM may have been given another.
        builder.environment().remove("CLASSPATH");
        builder.environment().putAll(spec.environment());
        NetworkAddress.VARIABLES.forEach(builder.environment()::remove);
        address.ifPresent(value -> builder.environment().putAll(value.asEnvironment()));
        return builder;
    }

    private static ProcessWorker launch(String workerId, JvmCommand command, ProcessBuilder builder, WorkerSpec spec)
            throws IOException {
        boolean supervised = spec.supervised();
        if (spec.outputDirectory().isPresent()) {
            OutputFiles files = OutputFiles.of(spec.outputDirectory().get(), workerId);
            Process process = files.redirect(builder).start();
            if (!supervised) {
                process.getOutputStream().close();
            }
            return new ProcessWorker(workerId, process, FiledErrors.kept(files.errors()), command, supervised);
        }
        if (supervised) {
            Process process = builder.start();
            return new ProcessWorker(workerId, process, PumpedErrors.copy(workerId, process), command, true);
        }
        Path file = Files.createTempFile("rush-worker-", ".err");
        Process process = builder.redirectOutput(Redirect.DISCARD)
                .redirectError(file.toFile())
                .start();
        process.getOutputStream().close();
        return new ProcessWorker(workerId, process, FiledErrors.temporary(file), command, false);
    }
}
