package io.rush.core.task;

import io.rush.api.error.TaskStateException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskState;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the states of tasks, and counts them. Thread-safe. */
public final class TaskStates {
    private static final int NAMED_IN_ERRORS = 5;

    private final NetworkStore network;

    public TaskStates(NetworkStore network) {
        this.network = network;
    }

    /** The state of each task in the order given; unknown ones are left out. */
    public Map<String, TaskState> of(List<String> keys) {
        List<Arguments> calls = Pages.of(keys).stream()
                .map(page -> new Arguments().addAll(page))
                .toList();
        Map<String, TaskState> states = new LinkedHashMap<>();
        int task = 0;
        for (RedisReply reply : network.runAll(Script.STATES, calls)) {
            for (RedisReply state : reply.asList()) {
                String key = keys.get(task++);
                String name = state.asText();
                if (!name.isEmpty()) {
                    states.put(key, TaskState.valueOf(name.toUpperCase(Locale.ROOT)));
                }
            }
        }
        return states;
    }

    /**
     * Refuses unknown keys.
     *
     * @throws TaskStateException naming them
     */
    void requireKnown(List<String> keys) {
        Map<String, TaskState> states = of(keys);
        List<String> unknown =
                keys.stream().filter(key -> !states.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            throw unknown(unknown);
        }
    }

    static TaskStateException unknown(List<String> keys) {
        String more = keys.size() > NAMED_IN_ERRORS ? " and " + (keys.size() - NAMED_IN_ERRORS) + " more" : "";
        return new TaskStateException("the network has no task of key "
                + String.join(", ", keys.subList(0, Math.min(keys.size(), NAMED_IN_ERRORS))) + more
                + "; keys are returned by push");
    }

    TaskCounts counts() {
        List<RedisReply> counts = readCounts();
        long priority = priorityCounts(counts).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new TaskCounts(
                counts.get(0).asLong(),
                priority,
                counts.get(4).asLong(),
                counts.get(1).asLong(),
                counts.get(2).asLong(),
                counts.get(3).asLong());
    }

    Map<String, Long> priorityCounts() {
        return priorityCounts(readCounts());
    }

    private List<RedisReply> readCounts() {
        return network.run(Script.COUNTS, new Arguments()).asList();
    }

    private static Map<String, Long> priorityCounts(List<RedisReply> counts) {
        Map<String, Long> byWorker = new LinkedHashMap<>();
        for (int i = 5; i < counts.size(); i += 2) {
            byWorker.put(counts.get(i).asText(), counts.get(i + 1).asLong());
        }
        return byWorker;
    }

    /** Keys of finished tasks by position: {@code [from, to)}; positions never change. */
    public List<String> finishedKeys(long from, long to) {
        List<RedisCommand> pages = new ArrayList<>();
        for (long first = from; first < to; first += NetworkStore.PAGE) {
            long last = Math.min(to, first + NetworkStore.PAGE) - 1;
            pages.add(RedisCommand.of("LRANGE", network.key("finished"), Long.toString(first), Long.toString(last)));
        }
        List<String> keys = new ArrayList<>();
        for (RedisReply page : network.store().sendAll(pages)) {
            page.asList().forEach(key -> keys.add(key.asText()));
        }
        return keys;
    }
}
