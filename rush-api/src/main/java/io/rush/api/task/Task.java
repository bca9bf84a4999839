package io.rush.api.task;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task as a worker gets it from the queue. Immutable.
 *
 * <p>Fields that were not asked for, or that the task does not have, are empty.
 *
 * @param key identifies the task in its network
 * @param xs the inputs by name; may hold null values
 * @param xsExtra values stored along with the inputs
 * @param seed first state of the task's random stream
 * @param timeout how long the task may run
 * @param maxRetries how often it may be retried
 * @param retries how often it was retried so far
 */
public record Task(
        String key,
        Map<String, Object> xs,
        Map<String, Object> xsExtra,
        Optional<Seed> seed,
        Optional<Duration> timeout,
        OptionalInt maxRetries,
        int retries) {}
