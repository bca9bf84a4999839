package io.rush.api.task;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One task in a {@link TaskTable}. Immutable and thread-safe; fields that the table was fetched without are empty.
 */
public interface TaskRow {
    String key();

    TaskState state();

    /** The inputs by name. */
    Map<String, Object> xs();

    /** The outputs by name; empty where there are none. */
    Map<String, Object> ys();

    Map<String, Object> xsExtra();

    Map<String, Object> ysExtra();

    Optional<String> workerId();

    Optional<Condition> condition();

    Optional<Condition> lastCondition();

    Optional<Seed> seed();

    Optional<Duration> timeout();

    OptionalInt maxRetries();

    /** How often the task was retried. */
    int retries();

    /**
     * The value in a column of the table.
     *
     * @throws io.rush.api.error.ConfigurationException if the table has no such column
     */
    Optional<Object> get(String column);

    /** The values by column name; columns in which this row has none are left out. */
    Map<String, Object> toMap();
}
