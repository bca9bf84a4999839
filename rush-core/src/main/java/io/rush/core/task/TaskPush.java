package io.rush.core.task;

import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskField;
import io.rush.core.large.StoredValues;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates tasks: queued, finished or failed. Thread-safe. */
final class TaskPush {
    private static final String FINISHED = "finished";
    private static final String FAILED = "failed";

    private final NetworkStore network;
    private final TaskEncoder encoder;
    private final TaskStreams streams;

    TaskPush(NetworkStore network, StoredValues values, TaskStreams streams) {
        this.network = network;
        this.encoder = new TaskEncoder(values);
        this.streams = streams;
    }

    /** Queues tasks, each for one worker or for all. */
    List<String> queue(Collection<?> xss, List<Optional<String>> workerIds, PushOptions options) {
        TaskBatch batch = encoder.batch(xss, options);
        Lengths.requireFitting("the list of worker ids", workerIds.size(), batch.size());
        if (options.seeds().isEmpty()) {
            addStreams(batch);
        }
        write(Script.PUSH, batch.calls(first -> new Arguments().add(options.terminateWorkers()), (arguments, task) -> {
            arguments.add(
                    workerIds.isEmpty()
                            ? ""
                            : Lengths.elementOf(workerIds, task).orElse(""));
        }));
        return batch.keys();
    }

    List<String> finished(Collection<?> xss, Collection<?> yss, List<? extends Map<String, ?>> extras) {
        Lengths.requireOneATask("the list of outputs", yss.size(), xss.size());
        TaskBatch batch = encoder.batch(xss)
                .with(HashField.nameOf(TaskField.YS), encoder.encodeAll(TaskField.YS, yss))
                .with(HashField.nameOf(TaskField.YS_EXTRA), encoder.encodeAll(TaskField.YS_EXTRA, extras));
        return settled(batch, FINISHED);
    }

    List<String> failed(Collection<?> xss, List<Condition> conditions) {
        Lengths.requireSome("the list of conditions", conditions.size(), xss.size());
        TaskBatch batch = encoder.batch(xss)
                .with(HashField.nameOf(TaskField.CONDITION), TaskEncoder.encodeConditions(conditions));
        addStreams(batch);
        return settled(batch, FAILED);
    }

    /** Takes the streams of tasks that nothing is left to be refused of. */
    private void addStreams(TaskBatch batch) {
        batch.with(HashField.nameOf(TaskField.SEED), TaskEncoder.encodeSeeds(streams.next(batch.size())));
    }

    private List<String> settled(TaskBatch batch, String state) {
        write(Script.PUSH_SETTLED, batch.calls(first -> new Arguments().add(state), (arguments, task) -> {}));
        return batch.keys();
    }

    private void write(Script script, List<Arguments> calls) {
        network.runAll(script, calls);
    }
}
