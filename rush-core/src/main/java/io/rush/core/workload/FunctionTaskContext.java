package io.rush.core.workload;

import io.rush.api.task.LargeObject;
import io.rush.api.task.RandomStream;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.core.codec.Records;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a function may know of the task it evaluates. */
final class FunctionTaskContext implements TaskContext {
    private final Surroundings surroundings;
    private final Task task;
    private @Nullable RandomStream random;

    FunctionTaskContext(Surroundings surroundings, Task task) {
        this.surroundings = surroundings;
        this.task = task;
    }

    @Override
    public String taskKey() {
        return task.key();
    }

    @Override
    public String workerId() {
        return surroundings.workerId();
    }

    @Override
    public Map<String, Object> constants() {
        return surroundings.constants();
    }

    @Override
    public Map<String, Object> globals() {
        return surroundings.globals();
    }

    @Override
    public Optional<Seed> seed() {
        return task.seed();
    }

    @Override
    public synchronized RandomGenerator random() {
        if (random == null) {
            random = task.seed().orElseGet(Seed::random).generator();
        }
        return random;
    }

    @Override
    public Optional<Duration> timeout() {
        return task.timeout();
    }

    @Override
    public int retries() {
        return task.retries();
    }

    @Override
    public Object loadLargeObject(LargeObject reference) {
        return surroundings.largeObjects().apply(reference);
    }

    @Override
    public <R extends Record> R toRecord(Map<String, ?> values, Class<R> type) {
        return Records.toRecord(values, type);
    }

    @Override
    public Map<String, Object> toMap(Record values) {
        return Records.toMap(values);
    }
}
