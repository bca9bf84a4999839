package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.AwaitOutcome;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import io.rush.core.script.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waits until tasks are finished or failed. Each wait is for the last open task in the order of the keys, so that it is
 * woken seldom where tasks are settled in the order they were pushed. Thread-safe.
 */
final class TaskAwait {
    private static final String NOBODY = "";

    private final NetworkStore network;
    private final Waiter waiter;

    TaskAwait(NetworkStore network) {
        this.network = network;
        this.waiter = new Waiter(network);
    }

    AwaitOutcome await(List<String> keys, Duration timeout) {
        List<String> open = openOf(keys);
        return waiter.await(timeout, id -> check(id, open)).orElse(AwaitOutcome.TIMED_OUT);
    }

    /** The open tasks among these; refuses unknown ones. */
    private List<String> openOf(List<String> keys) {
        List<String> open = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (List<String> page : Pages.of(keys)) {
            List<RedisReply> answer = look(NOBODY, page);
            for (RedisReply position : answer.subList(1, answer.size())) {
                String key = page.get((int) Math.abs(position.asLong()) - 1);
                (position.asLong() > 0 ? open : unknown).add(key);
            }
        }
        if (!unknown.isEmpty()) {
            throw TaskStates.unknown(unknown);
        }
        return open;
    }

    /** Cuts settled tasks off the end of the list; empty if there is an open one and somebody to evaluate it. */
    private Optional<AwaitOutcome> check(String waiterId, List<String> open) {
        while (!open.isEmpty()) {
            int from = Math.max(0, open.size() - NetworkStore.PAGE);
            List<String> page = open.subList(from, open.size());
            List<RedisReply> answer = look(waiterId, page);
            if (answer.size() > 1) {
                if (answer.get(0).asLong() == 0) {
                    return Optional.of(AwaitOutcome.NO_WORKERS);
                }
                requireKnown(page, answer.subList(1, answer.size()));
                return Optional.empty();
            }
            page.clear();
        }
        return Optional.of(AwaitOutcome.DONE);
    }

    /** A task that was there when the wait began and is not now was deleted by a reset. */
    private static void requireKnown(List<String> page, List<RedisReply> positions) {
        List<String> gone = positions.stream()
                .mapToLong(RedisReply::asLong)
                .filter(position -> position < 0)
                .mapToObj(position -> page.get((int) -position - 1))
                .toList();
        if (!gone.isEmpty()) {
            throw TaskStates.unknown(gone);
        }
    }

    private List<RedisReply> look(String waiterId, List<String> page) {
        return network.run(Script.AWAIT_TASKS, new Arguments().add(waiterId).addAll(page))
                .asList();
    }
}
