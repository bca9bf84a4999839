package io.rush.core.launch;

import io.rush.api.Heartbeat;
import io.rush.api.WorkerSettings;
import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the process of a worker is told in its arguments.
 *
 * @param networkId the network
 * @param workerId the worker
 * @param remote whether it waits for start arguments, instead of having been announced with some
 * @param heartbeat that of a remote worker until its start arguments name another one
 */
record WorkerCommand(String networkId, String workerId, boolean remote, Optional<Heartbeat> heartbeat) {
    static final String REMOTE = "--remote";
    static final String ID = "--id";
    static final String HEARTBEAT = "--heartbeat";
    static final String NO_HEARTBEAT = "--no-heartbeat";

    private static final String USAGE = "usage: WorkerMain NETWORK_ID WORKER_ID\n   or: WorkerMain NETWORK_ID --remote"
            + " [--id WORKER_ID] [--heartbeat PERIOD/EXPIRE (in seconds) | --no-heartbeat]\nwith the URL of the Redis server"
            + " in the environment variable " + NetworkAddress.URL_VARIABLE;

    /** @throws ConfigurationException with the usage if the arguments are wrong */
    static WorkerCommand parse(String... arguments) {
        if (arguments.length < 2 || arguments[0].isBlank() || arguments[1].isBlank()) {
            throw new ConfigurationException(USAGE);
        }
        if (!arguments[1].equals(REMOTE)) {
            requireUsage(arguments.length == 2);
            return new WorkerCommand(arguments[0], arguments[1], false, Optional.empty());
        }
        return parseRemote(arguments[0], new ArrayDeque<>(List.of(arguments).subList(2, arguments.length)));
    }

    private static WorkerCommand parseRemote(String networkId, Deque<String> options) {
        String id = WorkerIds.draw();
        Optional<Heartbeat> heartbeat = Optional.of(Heartbeat.DEFAULT);
        while (!options.isEmpty()) {
            String option = options.pop();
            requireUsage(option.equals(NO_HEARTBEAT) || !options.isEmpty());
            switch (option) {
                case ID -> id = WorkerSettings.ofId(options.pop()).workerId().orElseThrow();
                case HEARTBEAT -> heartbeat = Optional.of(heartbeat(options.pop()));
                case NO_HEARTBEAT -> heartbeat = Optional.empty();
                default -> throw new ConfigurationException(USAGE);
            }
        }
        return new WorkerCommand(networkId, id, true, heartbeat);
    }

    private static Heartbeat heartbeat(String text) {
        requireUsage(text.matches("[0-9]{1,9}/[0-9]{1,9}"));
        int slash = text.indexOf('/');
        return new Heartbeat(
                Duration.ofSeconds(Long.parseLong(text.substring(0, slash))),
                Duration.ofSeconds(Long.parseLong(text.substring(slash + 1))));
    }

    private static void requireUsage(boolean condition) {
        if (!condition) {
            throw new ConfigurationException(USAGE);
        }
    }

    /** The arguments of a remote worker, without its id. */
    static List<String> remoteArguments(String networkId, Optional<Heartbeat> heartbeat) {
        List<String> arguments = new ArrayList<>(List.of(networkId, REMOTE));
        if (heartbeat.isEmpty()) {
            arguments.add(NO_HEARTBEAT);
        } else {
            Heartbeat given = heartbeat.get();
            arguments.add(HEARTBEAT);
            arguments.add(given.period().toSeconds() + "/" + given.expire().toSeconds());
        }
        return arguments;
    }
}
