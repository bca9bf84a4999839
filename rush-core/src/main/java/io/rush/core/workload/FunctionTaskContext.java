package io.rush.core.workload;

import io.rush.api.RushWorker;
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
    private final RushWorker worker;
    private final Task task;
    private @Nullable RandomStream random;

    FunctionTaskContext(RushWorker worker, Task task) {
        this.worker = worker;
        this.task = task;
    }

    @Override
    public String taskKey() {
        return task.key();
    }

    @Override
    public String workerId() {
        return worker.workerId();
    }

    @Override
    public Map<String, Object> constants() {
        return worker.constants();
    }

    @Override
    public Map<String, Object> globals() {
        return worker.globals();
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
        return worker.loadLargeObject(reference);
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
