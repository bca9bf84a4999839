package io.rush.api;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.LargeObject;
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
     * Stores a value in the large-object directory, apart from Redis (manual, {@code store_large_object}). It stays there
     * until the network is reset.
     *
     * @param value any value of the model of {@link Tasks} but null; bytes are stored as they are
     * @return a small reference to put into inputs, constants or globals
     * @throws ConfigurationException if no directory is set
     * @throws io.rush.api.error.SerializationException if the value is outside the value model, or cannot be written
     */
    LargeObject storeLargeObject(Object value);

    /**
     * The value that a reference stands for; read and verified at each call.
     *
     * @throws io.rush.api.error.SerializationException if the file is missing, was changed, or this machine has no
     *     large-object directory
     */
    Object loadLargeObject(LargeObject reference);

    /**
     * Kills the workers this handle started, takes every other worker off the network, and deletes everything that the
     * network holds in Redis and in the large-object directory (manual, {@code reset}).
     */
    default void reset() {
        reset(StopMode.KILL);
    }

    /**
     * Stops all workers and deletes everything that the network holds in Redis and in the large-object directory. With
     * {@link StopMode#TERMINATE} it waits for the workers to finish their current task.
     */
    void reset(StopMode mode);

    /**
     * Deletes all tasks, hashes and results at one moment and keeps the workers, which go on with what is pushed next. What
     * they evaluate at that moment does not count when they hand it in. A retry policy of the network stays. Objects of {@link #storeLargeObject} stay, as
     * constants of the workers may refer to them.
     */
    void resetData();

    /** Kills the supervised local workers that this handle started, then closes the connections. Twice is harmless. */
    @Override
    void close();
}
