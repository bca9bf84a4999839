package io.rush.core.task;

import io.rush.api.Tasks;
import io.rush.api.task.AwaitOptions;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskState;
import io.rush.api.task.TransitionReport;
import io.rush.core.large.StoredValues;
import io.rush.core.script.NetworkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tasks of a network in Redis. */
public final class NetworkTasks implements Tasks {
    private final NetworkStore network;
    private final TaskStates states;
    private final TaskPush push;
    private final Runnable detectLostWorkers;

    /** @param detectLostWorkers looks for lost workers; called now and then by those who wait */
    public NetworkTasks(NetworkStore network, StoredValues values, TaskStreams streams, Runnable detectLostWorkers) {
        this.network = network;
        this.detectLostWorkers = detectLostWorkers;
        this.states = new TaskStates(network);
        this.push = new TaskPush(network, values, streams);
    }

    @Override
    public String push(Map<String, ?> xs) {
        return push(List.of(xs)).get(0);
    }

    @Override
    public String push(Record xs) {
        return push(List.of(xs)).get(0);
    }

    @Override
    public List<String> push(Collection<?> xss) {
        return push(xss, PushOptions.none());
    }

    @Override
    public List<String> push(Collection<?> xss, PushOptions options) {
        return push.queue(xss, List.of(), options);
    }

    @Override
    public List<String> pushPriority(String workerId, Collection<?> xss) {
        return pushPriority(List.of(Optional.of(workerId)), xss, PushOptions.none());
    }

    @Override
    public List<String> pushPriority(List<Optional<String>> workerIds, Collection<?> xss, PushOptions options) {
        Lengths.requireSome("the list of worker ids", workerIds.size(), xss.size());
        return push.queue(xss, workerIds, options);
    }

    @Override
    public List<String> pushFinished(Collection<?> xss, Collection<?> yss, List<? extends Map<String, ?>> extras) {
        return push.finished(xss, yss, extras);
    }

    @Override
    public List<String> pushFailed(Collection<?> xss, List<Condition> conditions) {
        return push.failed(xss, conditions);
    }

    @Override
    public TransitionReport fail(List<String> keys, List<Condition> conditions) {
        return new TaskFail(network, states).fail(List.copyOf(keys), conditions);
    }

    @Override
    public TransitionReport retry(List<String> keys, RetryOptions options) {
        return new TaskRetry(network, states).retry(List.copyOf(keys), options);
    }

    @Override
    public void retryPolicy(RetryPolicy policy) {
        new NetworkRetryPolicy(network).set(policy);
    }

    @Override
    public Optional<RetryPolicy> retryPolicy() {
        return new NetworkRetryPolicy(network).get();
    }

    @Override
    public void clearRetryPolicy() {
        new NetworkRetryPolicy(network).clear();
    }

    @Override
    public List<String> emptyQueue() {
        return new TaskRemoval(network).removeAll();
    }

    @Override
    public TaskCounts counts() {
        return states.counts();
    }

    @Override
    public Map<String, Long> priorityCounts() {
        return states.priorityCounts();
    }

    @Override
    public List<String> keys() {
        return keys(EnumSet.allOf(TaskState.class)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<String> keys(TaskState state) {
        return keys(Set.of(state)).getOrDefault(state, List.of());
    }

    @Override
    public Map<TaskState, List<String>> keys(Set<TaskState> wanted) {
        Moment moment = Moment.read(network, wanted);
        Map<TaskState, List<String>> keys = new EnumMap<>(TaskState.class);
        for (TaskState state : wanted) {
            keys.put(state, keysOf(state, moment));
        }
        return keys;
    }

    private List<String> keysOf(TaskState state, Moment moment) {
        return switch (state) {
            case QUEUED -> {
                List<String> queued = new ArrayList<>(moment.queued());
                queued.addAll(moment.priorityKeys());
                queued.addAll(moment.delayed());
                yield queued;
            }
            case RUNNING -> List.copyOf(moment.running().keySet());
            case FINISHED -> states.finishedKeys(0, moment.finished());
            case FAILED -> moment.failed();
        };
    }

    @Override
    public Map<String, TaskState> states(Collection<String> keys) {
        return states.of(List.copyOf(keys));
    }

    @Override
    public AwaitOutcome await(Collection<String> keys, AwaitOptions options) {
        return new TaskAwait(network, detectLostWorkers, List.copyOf(keys), options).await();
    }
}
