package io.rush.core;

import io.rush.api.RushProvider;
import io.rush.core.codec.JsonValues;
import io.rush.core.handle.ProcessNetwork;
import io.rush.core.launch.ExitCode;
import io.rush.core.launch.WorkerProcess;
import io.rush.core.provider.ProviderChoice;
import io.rush.core.provider.ProviderKind;
import java.util.Optional;

/**
 * Main class of a process that is one worker. Takes network id and worker id, or network id and {@code --remote} for a worker
 * that waits until it is told what to run; reads the URL of Redis from the environment
 * variable {@code RUSH_REDIS_URL} and the name of the store, where one was chosen, from {@code RUSH_STORE}. Ends with one
 * of the codes of {@link io.rush.core.launch.ExitCode}.
 */
public final class WorkerMain {
    private WorkerMain() {}

    /** Runs the worker, then ends this JVM whatever threads its function left behind. */
    public static void main(String[] arguments) {
        ClassLoader classLoader = RushProvider.defaultClassLoader();
        WorkerProcess process = new WorkerProcess(
                (networkId, address) -> ProcessNetwork.open(networkId, address, classLoader, WorkerMain.class),
                new JsonValues(),
                name -> new ProviderChoice<>(ProviderKind.LOOP, classLoader)
                        .choose(Optional.empty(), Optional.of(name)),
                classLoader,
                System.err);
        System.exit(run(process, arguments));
    }

    /** Not even an error may leave a JVM behind that has a heartbeat and does nothing. */
    private static int run(WorkerProcess process, String... arguments) {
        try {
            return process.run(arguments, System.getenv());
        } catch (RuntimeException | Error broken) {
            broken.printStackTrace();
            return ExitCode.LOOP_FAILED;
        }
    }
}
