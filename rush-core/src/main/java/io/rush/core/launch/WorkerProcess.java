package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.ValueCodec;
import io.rush.api.error.RushException;
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
    /**
     * Runs the worker until it leaves.
     *
     * @param arguments network id and worker id; or network id, {@code --remote} and options
     * @return one of the {@link ExitCode}s
     */
    public int run(String[] arguments, Map<String, String> environment) {
        try {
            return connect(WorkerCommand.parse(arguments), NetworkAddress.of(environment));
        } catch (RushException misled) {
            err.println(misled.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int connect(WorkerCommand command, NetworkAddress address) {
        try (WorkerNetwork network = networks.open(command.networkId(), address)) {
            return new WorkerLife(this, network, command).live();
        } catch (RushException refused) {
            err.println("worker " + command.workerId() + " cannot join network " + command.networkId() + ": "
                    + refused.getMessage());
            return ExitCode.NOT_CONNECTED;
        }
    }
}
