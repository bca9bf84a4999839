package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.RushWorker;
import io.rush.api.ValueCodec;
import io.rush.api.error.RushException;
import io.rush.core.workload.StartArguments;
import io.rush.core.workload.WorkerRun;
import io.rush.core.workload.WorkloadLoader;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

/**
 * The whole life of a process that is one worker.
 *
 * @param networks opens the network
 * @param codec reads the start arguments
 * @param loops finds loop providers by name
 * @param classLoader where functions and loops are looked up
 * @param err where problems are told
 */
public record WorkerProcess(
        WorkerNetwork.Opener networks,
        ValueCodec codec,
        Function<String, LoopProvider> loops,
        ClassLoader classLoader,
        PrintStream err) {
    private static final String USAGE =
            "usage: WorkerMain NETWORK_ID WORKER_ID, with the URL of the Redis server in the" + " environment variable "
                    + NetworkAddress.URL_VARIABLE;

    /**
     * Runs the worker until it leaves.
     *
     * @param arguments network id and worker id
     * @return one of the {@link ExitCode}s
     */
    public int run(String[] arguments, Map<String, String> environment) {
        if (arguments.length != 2 || arguments[0].isBlank() || arguments[1].isBlank()) {
            err.println(USAGE);
            return ExitCode.USAGE;
        }
        try {
            return connect(arguments[0], arguments[1], NetworkAddress.of(environment));
        } catch (RushException misled) {
            err.println(misled.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int connect(String networkId, String workerId, NetworkAddress address) {
        try (WorkerNetwork network = networks.open(networkId, address)) {
            StartArguments arguments = StartArguments.decode(network.startArguments(workerId), codec);
            if (arguments.supervised()) {
                Supervision.start();
            }
            RushWorker worker = network.connector().connect(workerId, arguments);
            int code = work(network, worker, arguments);
            close(worker);
            return code;
        } catch (RushException refused) {
            err.println("worker " + workerId + " cannot join network " + networkId + ": " + refused.getMessage());
            return ExitCode.NOT_CONNECTED;
        }
    }

    private int work(WorkerNetwork network, RushWorker worker, StartArguments arguments) {
        WorkerRun run = new WorkerRun(
                arguments.workload(),
                () -> loops.apply(arguments.loopName()),
                arguments.prefetch(),
                new WorkloadLoader(classLoader),
                codec);
        try {
            run.with(worker);
            return ExitCode.LEFT;
        } catch (Throwable broken) {
            broken.printStackTrace(err);
            new LossReport(network.registry()).ended(worker.workerId(), broken.toString());
            return ExitCode.LOOP_FAILED;
        }
    }

    private void close(RushWorker worker) {
        try {
            Thread.interrupted();
            worker.close();
        } catch (RushException unreachable) {
            err.println("worker " + worker.workerId() + " could not close its handle: " + unreachable.getMessage());
        }
    }
}
