package io.rush.it.model;

import io.rush.api.task.FailureCause;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a network should be after the transitions it went through: plain collections, no Redis. */
final class NetworkModel {
    final Map<String, ModelTask> tasks = new LinkedHashMap<>();
    final List<String> queue = new ArrayList<>();
    final Map<String, List<String>> ownQueues = new LinkedHashMap<>();
    /** Keys of tasks whose retry is not due. */
    final List<String> delayed = new ArrayList<>();

    final List<String> finished = new ArrayList<>();
    /** The latest start of each worker. */
    final Map<String, WorkerStart> workers = new LinkedHashMap<>();

    boolean terminateOnIdle;
    Optional<RetryPolicy> policy = Optional.empty();
    private int step;

    void nextStep() {
        step++;
    }

    void start(WorkerStart worker) {
        workers.put(worker.id, worker);
        ownQueues.put(worker.id, new ArrayList<>());
    }

    Collection<ModelTask> in(TaskState state) {
        return tasks.values().stream().filter(task -> task.state == state).toList();
    }

    ModelTask create(String key, long x, OptionalInt maxRetries) {
        ModelTask task = new ModelTask(key, x, maxRetries);
        tasks.put(key, task);
        return task;
    }

    /** Queues a task for a worker, or for all if that worker takes no tasks any more. */
    void enqueue(ModelTask task, Optional<String> workerId) {
        boolean own = workerId.map(workers::get)
                .filter(worker -> worker.standing == WorkerStart.Standing.RUNNING)
                .isPresent();
        task.state = TaskState.QUEUED;
        (own ? ownQueues.get(workerId.orElseThrow()) : queue).add(task.key);
    }

    void run(ModelTask task, WorkerStart worker) {
        task.state = TaskState.RUNNING;
        task.owner = Optional.of(worker);
        worker.held.add(task.key);
    }

    /** The keys that a worker takes. */
    List<String> take(WorkerStart worker, int wanted) {
        List<String> taken = new ArrayList<>();
        while (worker.standing == WorkerStart.Standing.RUNNING && taken.size() < wanted) {
            List<String> own = ownQueues.get(worker.id);
            List<String> source = own.isEmpty() ? queue : own;
            if (source.isEmpty()) {
                break;
            }
            String key = source.remove(0);
            run(tasks.get(key), worker);
            taken.add(key);
        }
        return taken;
    }

    /** Whether the word of a worker on a task counts. */
    boolean owns(WorkerStart worker, String key) {
        ModelTask task = tasks.get(key);
        return !worker.isGone()
                && task != null
                && task.state == TaskState.RUNNING
                && task.owner.filter(owner -> owner == worker).isPresent();
    }

    void finish(ModelTask task, long y) {
        task.state = TaskState.FINISHED;
        task.y = Optional.of(y);
        finished.add(task.key);
    }

    void fail(ModelTask task, FailureCause cause) {
        task.state = TaskState.FAILED;
        task.cause = Optional.of(cause);
        task.failedInStep = step;
    }

    /** Fails a task that runs, or delays it if its policy says so. */
    void failRunning(ModelTask task, FailureCause cause) {
        Optional<RetryPolicy> covering = task.policy
                .or(() -> policy)
                .filter(chosen -> chosen.causes().contains(cause) && task.retries < chosen.maxRetries());
        if (covering.isEmpty() || !task.mayBeRetried()) {
            fail(task, cause);
            return;
        }
        task.retries++;
        task.lastCause = Optional.of(cause);
        task.state = TaskState.QUEUED;
        task.failedInStep = step;
        delayed.add(task.key);
    }

    /** Moves the delayed tasks to the queue. */
    void promote(List<String> inOrder) {
        queue.addAll(inOrder);
        delayed.clear();
    }

    void retry(ModelTask task) {
        task.retries++;
        task.lastCause = task.cause;
        task.cause = Optional.empty();
        task.owner = Optional.empty();
        enqueue(task, Optional.empty());
    }

    List<String> emptyQueue() {
        List<String> removed = new ArrayList<>(queue);
        removed.addAll(delayed);
        delayed.clear();
        ownQueues.values().forEach(removed::addAll);
        queue.clear();
        ownQueues.values().forEach(List::clear);
        removed.forEach(key -> fail(tasks.get(key), FailureCause.REMOVED));
        return removed;
    }

    void resetData() {
        tasks.clear();
        queue.clear();
        ownQueues.values().forEach(List::clear);
        delayed.clear();
        finished.clear();
        terminateOnIdle = false;
    }

    void depart(WorkerStart worker, FailureCause cause) {
        worker.standing = WorkerStart.Standing.GONE;
        queue.addAll(ownQueues.get(worker.id));
        ownQueues.get(worker.id).clear();
        in(TaskState.RUNNING).stream()
                .filter(task -> task.owner.orElseThrow() == worker)
                .forEach(task -> failRunning(task, cause));
    }
}
