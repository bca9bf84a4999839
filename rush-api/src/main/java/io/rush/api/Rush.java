package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A handle on a network: the workers and controllers that share a network id and a Redis database (manual, {@code Rush}
 * and {@code rsh}).
 *
 * <p>Thread-safe. Every handle has its own archive cache, and its own mark of what {@link Archive#fetchNew} delivered.
 */
public interface Rush extends AutoCloseable {
    /** A wait without an end. */
    Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /**
     * Connects to a network. The server is that of the {@link RushPlan}, else that of the environment variable {@code
     * REDIS_URL}, else a development server where rush-embedded is on the path, else {@code redis://127.0.0.1:6379}.
     *
     * @throws ConfigurationException if the id has illegal characters, no store is on the path, or several are
     * @throws io.rush.api.error.StoreException if Redis is not reached or refuses the credentials
     */
    static Rush connect(String networkId) {
        return connect(RushConfig.of(networkId));
    }

    /** Connects as {@code config} says; errors as for {@link #connect(String)}. */
    static Rush connect(RushConfig config) {
        return RushProvider.find(config.classLoader()).connect(config);
    }

    /** The id that all members of the network share. */
    String networkId();

    /** Pushes tasks, follows their state, waits for them. */
    Tasks tasks();

    /** Reads tasks and results. */
    Archive archive();

    /** Starts, observes and stops workers. */
    Workers workers();

    /** Reads what workers log. */
    Logs logs();

    /** Looks at the Redis server. */
    Server server();

    /** Writes and reads hashes below the level of tasks. */
    Hashes hashes();

    /**
     * Kills the workers this handle started, takes every other worker off the network, and deletes everything that the
     * network holds in Redis (manual, {@code reset}).
     */
    default void reset() {
        reset(StopMode.KILL);
    }

    /**
     * Stops all workers and deletes everything that the network holds in Redis. With {@link StopMode#TERMINATE} it waits
     * for the workers to finish their current task.
     */
    void reset(StopMode mode);

    /** Kills the supervised local workers that this handle started, then closes the connections. Twice is harmless. */
    @Override
    void close();
}
