package io.rush.api;

import java.util.List;
import java.util.Map;

/** The Redis server of a network. Thread-safe. */
public interface Server {
    /** What the server says of itself, by name (manual, {@code redis_info}; Redis, {@code INFO}). */
    Map<String, String> info();

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
