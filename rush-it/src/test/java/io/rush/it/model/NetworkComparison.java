package io.rush.it.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.support.RawTasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a network with its model. */
final class NetworkComparison {
    private final RawTasks raw;
    private final NetworkModel model;

    NetworkComparison(RawTasks raw, NetworkModel model) {
        this.raw = raw;
        this.model = model;
    }

    /** What stands where, as one controller sees it. */
    void structures(Rush rush) {
        Map<TaskState, List<String>> keys = rush.tasks().keys(EnumSet.allOf(TaskState.class));
        List<String> queued = keys.get(TaskState.QUEUED);
        assertThat(queued).containsExactlyInAnyOrderElementsOf(keysOf(model.in(TaskState.QUEUED)));
        assertThat(queued.subList(0, model.queue.size())).isEqualTo(model.queue);
        assertThat(keys.get(TaskState.RUNNING))
                .containsExactlyInAnyOrderElementsOf(keysOf(model.in(TaskState.RUNNING)));
        assertThat(keys.get(TaskState.FINISHED)).isEqualTo(model.finished);
        assertThat(keys.get(TaskState.FAILED))
                .containsExactlyInAnyOrderElementsOf(keysOf(model.in(TaskState.FAILED)))
                .isSortedAccordingTo(Comparator.comparingInt(key -> model.tasks.get(key).failedInStep));
        assertThat(raw.delayed()).containsOnlyKeys(model.delayed);
        model.ownQueues.forEach(
                (worker, own) -> assertThat(raw.queueOf(worker)).as(worker).isEqualTo(own));
        counts(rush);
        states(rush);
    }

    private static List<String> keysOf(Collection<ModelTask> tasks) {
        return tasks.stream().map(task -> task.key).toList();
    }

    private void counts(Rush rush) {
        Map<String, Long> own = new TreeMap<>();
        model.ownQueues.forEach((worker, keys) -> {
            if (!keys.isEmpty()) {
                own.put(worker, (long) keys.size());
            }
        });
        long priority = own.values().stream().mapToLong(Long::longValue).sum();
        assertThat(rush.tasks().priorityCounts()).isEqualTo(own);
        assertThat(rush.tasks().counts())
                .isEqualTo(new TaskCounts(
                        model.queue.size(),
                        priority,
                        model.delayed.size(),
                        model.in(TaskState.RUNNING).size(),
                        model.finished.size(),
                        model.in(TaskState.FAILED).size()));
    }

    private void states(Rush rush) {
        Map<String, TaskState> expected = new LinkedHashMap<>();
        model.tasks.values().forEach(task -> expected.put(task.key, task.state));
        List<String> asked = new ArrayList<>(expected.keySet());
        asked.add("unknown");
        assertThat(rush.tasks().states(asked)).isEqualTo(expected);
    }

    /** What stands in each task, as one controller reads it. */
    void fields(Rush rush) {
        List<TaskRow> rows = rush.archive()
                .fetch(
                        TaskField.XS,
                        TaskField.YS,
                        TaskField.WORKER_ID,
                        TaskField.CONDITION,
                        TaskField.LAST_CONDITION,
                        TaskField.MAX_RETRIES,
                        TaskField.N_RETRIES)
                .rows();
        assertThat(rows).hasSize(model.tasks.size());
        for (TaskRow row : rows) {
            assertThat(describe(row)).isEqualTo(describe(model.tasks.get(row.key())));
        }
    }

    private static String describe(TaskRow row) {
        return List.of(
                        row.key(),
                        row.state(),
                        row.xs(),
                        Optional.ofNullable(row.ys().get("y")),
                        row.condition().map(condition -> condition.cause()),
                        row.lastCondition().map(condition -> condition.cause()),
                        row.workerId(),
                        row.maxRetries(),
                        row.retries())
                .toString();
    }

    private static String describe(ModelTask task) {
        return List.of(
                        task.key,
                        task.state,
                        Map.of("x", task.x),
                        task.y,
                        task.cause,
                        task.lastCause,
                        task.owner.map(owner -> owner.id),
                        task.maxRetries,
                        task.retries)
                .toString();
    }

    /** How each handle is told that it stands. */
    void standings(Collection<WorkerStart> starts) {
        for (WorkerStart start : starts) {
            assertThat(start.handle.isTerminated())
                    .as(start.toString())
                    .isEqualTo(start.standing != WorkerStart.Standing.RUNNING);
            boolean nothingToDo = model.queue.isEmpty()
                    && model.delayed.isEmpty()
                    && model.ownQueues.get(start.id).isEmpty();
            assertThat(start.handle.isTerminatedOnIdle())
                    .as(start + " on idle")
                    .isEqualTo(model.terminateOnIdle && nothingToDo);
        }
    }
}
