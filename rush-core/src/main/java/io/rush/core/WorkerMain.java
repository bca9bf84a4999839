package io.rush.core;

import io.rush.api.LoopProvider;
import io.rush.api.RushProvider;
import io.rush.api.error.ConfigurationException;
import io.rush.core.codec.JsonValues;
import io.rush.core.worker.WorkerNetwork;
import io.rush.core.worker.WorkerProcess;
import java.util.function.Function;

/**
 * Main class of a process that is one worker. Takes network id and worker id; reads the URL of Redis from the environment
 * variable {@code RUSH_REDIS_URL} and the name of the store, where one was chosen, from {@code RUSH_STORE}. Ends with one
 * of the codes of {@link io.rush.core.worker.ExitCode}.
 */
public final class WorkerMain {
    private WorkerMain() {}

    /** Runs the worker, then ends this JVM whatever threads its function left behind. */
    public static void main(String[] arguments) {
        ClassLoader classLoader = RushProvider.defaultClassLoader();
        WorkerProcess process =
                new WorkerProcess(networks(classLoader), new JsonValues(), loops(classLoader), classLoader, System.err);
        System.exit(process.run(arguments, System.getenv()));
    }

    private static WorkerNetwork.Opener networks(ClassLoader classLoader) {
        return (networkId, address) -> {
            throw new ConfigurationException("no store is wired to the worker main: " + networkId + classLoader);
        };
    }

    private static Function<String, LoopProvider> loops(ClassLoader classLoader) {
        return name -> {
            throw new ConfigurationException("no loops are wired to the worker main: " + name + classLoader);
        };
    }
}
