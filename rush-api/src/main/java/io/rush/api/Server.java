package io.rush.api;

import java.util.List;
import java.util.Map;

/** The Redis server of a network. Thread-safe. */
public interface Server {
    /** What the server says of itself, by name (manual, {@code redis_info}; Redis, {@code INFO}). */
    Map<String, String> info();

    /** The few figures of {@link #info} that people ask for. */
    ServerFigures figures();

    /**
     * Looks for what commonly loses work: memory that is full or evicts, persistence that is off or fails, replicas,
     * clients that are cut off, a version that is too old, rights that are missing, a clock that differs. Reads only; what
     * may not be read is said to be unread. Some ten commands; takes no more than a moment.
     *
     * @throws io.rush.api.error.StoreException if Redis is not reached
     */
    ServerReport doctor();

    /**
     * When the server saves the database to disk (manual, {@code snapshot_schedule}; Redis, {@code CONFIG GET save}).
     * Empty if never.
     */
    List<SnapshotRule> snapshotSchedule();

    /**
     * Sets when the server saves the database to disk; an empty list for never. Replaces the server's setting for all its
     * users until it restarts.
     */
    void snapshotSchedule(List<SnapshotRule> rules);
}
