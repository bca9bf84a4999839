package io.rush.api.task;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a {@link TaskFunction} may know beside its inputs. Valid while the task is evaluated; thread-safe. */
public interface TaskContext {
    /** The task's key. */
    String taskKey();

    /** The worker that evaluates it. */
    String workerId();

    /** Named values that the controller passes to every call of the function. */
    Map<String, Object> constants();

    /** Named values that the controller shares with everything that runs on the worker. */
    Map<String, Object> globals();

    /** First state of the task's random stream, where the task has one. */
    Optional<Seed> seed();

    /**
     * The task's random numbers: a generator that begins with {@link #seed()}, so that the same task draws the same
     * numbers wherever and whenever it is evaluated. Without a seed it begins with a state drawn at random, another one
     * for each evaluation. Each call returns the same generator, which is for one thread at a time.
     */
    RandomGenerator random();

    /** How long the task may run, where that is limited; the loop sees to it. */
    Optional<Duration> timeout();

    /** How often the task was retried before this evaluation. */
    int retries();

    /**
     * The value that a reference stands for; read and verified at each call.
     *
     * @throws io.rush.api.error.SerializationException if the file is missing, was changed, or this machine has no
     *     large-object directory
     */
    Object loadLargeObject(LargeObject reference);

    /**
     * Named values as a record: one component a name, numbers converted without loss.
     *
     * @throws io.rush.api.error.SerializationException if a value is missing or does not fit its component
     */
    <R extends Record> R toRecord(Map<String, ?> values, Class<R> type);

    /** A record as named values, one a component. */
    Map<String, Object> toMap(Record values);
}
