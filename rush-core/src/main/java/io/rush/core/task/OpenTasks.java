package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.AwaitOutcome;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import io.rush.core.script.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those of some tasks that are not known to be finished or failed. A wait is for the last of them in the order of the keys,
 * so that it is woken seldom where tasks are settled in the order they were pushed. Not thread-safe.
 */
final class OpenTasks {
    private static final String NOBODY = "";
    private static final long LONGEST_MILLIS = Duration.ofDays(36_500).toMillis();
    /** Number of workers and of failed tasks. */
    private static final int HEAD = 2;

    private final NetworkStore network;
    private final long startMillis;
    private final long total;
    private List<String> keys;
    private long failed;

    /** @throws io.rush.api.error.TaskStateException if a key is unknown */
    OpenTasks(NetworkStore network, List<String> keys, Duration startTimeout) {
        this.network = network;
        this.startMillis = millis(startTimeout);
        this.total = keys.size();
        this.keys = keys;
        List<String> unknown = new ArrayList<>();
        recount(unknown);
        if (!unknown.isEmpty()) {
            throw TaskStates.unknown(unknown);
        }
    }

    private static long millis(Duration time) {
        return time.compareTo(Duration.ofMillis(LONGEST_MILLIS)) < 0 ? time.toMillis() : LONGEST_MILLIS;
    }

    /** Whether one is open, as of the last count. */
    boolean hasSome() {
        return !keys.isEmpty();
    }

    /** Looks at each task that is still open, and counts the finished and failed ones. */
    Tally recount() {
        recount(new ArrayList<>());
        return new Tally(total - keys.size(), failed, total);
    }

    private void recount(List<String> unknown) {
        List<String> open = new ArrayList<>();
        for (List<String> page : Pages.of(keys)) {
            List<RedisReply> answer = look(NOBODY, page);
            failed += answer.get(1).asLong();
            for (RedisReply position : answer.subList(HEAD, answer.size())) {
                String key = page.get((int) Math.abs(position.asLong()) - 1);
                open.add(key);
                if (position.asLong() < 0) {
                    unknown.add(key);
                }
            }
        }
        keys = open;
    }

    /**
     * Cuts settled tasks off the end of the list; empty if there is an open one and somebody to evaluate it.
     *
     * @throws io.rush.api.error.TaskStateException if one was deleted by a reset
     */
    Optional<AwaitOutcome> check(String waiterId) {
        while (!keys.isEmpty()) {
            int from = Math.max(0, keys.size() - NetworkStore.PAGE);
            List<String> page = keys.subList(from, keys.size());
            List<RedisReply> answer = look(waiterId, page);
            if (answer.size() > HEAD) {
                if (answer.get(0).asLong() == 0) {
                    return Optional.of(AwaitOutcome.NO_WORKERS);
                }
                requireKnown(page, answer.subList(HEAD, answer.size()));
                return Optional.empty();
            }
            failed += answer.get(1).asLong();
            page.clear();
        }
        return Optional.of(AwaitOutcome.DONE);
    }

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
        Arguments arguments = new Arguments().add(waiterId).add(startMillis).addAll(page);
        return network.run(Script.AWAIT_TASKS, arguments).asList();
    }
}
