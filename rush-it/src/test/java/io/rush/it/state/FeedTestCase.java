package io.rush.it.state;

import static org.awaitility.Awaitility.await;

import io.rush.api.Prefetch;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What tests of feeds stand on. */
abstract class FeedTestCase extends StateTestCase {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Takes the next task, which must be there. */
    static Task next(TaskFeed feed) {
        return feed.next(Duration.ZERO).orElseThrow();
    }

    static String nextKey(TaskFeed feed) {
        return next(feed).key();
    }

    static void finish(TaskFeed feed, String key) {
        feed.handIn(TaskResult.finished(key, YS));
    }

    /** Works until there is no task, and returns the keys in the order in which they came. */
    static List<String> workOff(TaskFeed feed) {
        List<String> keys = new ArrayList<>();
        Optional<Task> task = feed.next(Duration.ZERO);
        while (task.isPresent()) {
            keys.add(task.get().key());
            finish(feed, task.get().key());
            task = feed.next(Duration.ZERO);
        }
        return keys;
    }

    /** Keys that sort as they were numbered. */
    static String[] keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> String.format("t%04d", i))
                .toArray(String[]::new);
    }

    /** The mark of a feed as a number: the last attempt that Redis knows has begun; empty if there is no mark. */
    Optional<Long> begun(String worker, int feed) {
        String mark = network.send("HMGET", network.key("worker:" + worker), "begun:" + feed + "r").asList().stream()
                .filter(reply -> !reply.isNil())
                .map(reply -> reply.asText())
                .findFirst()
                .orElse("-");
        String number = mark.substring(mark.indexOf('-') + 1);
        return number.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(number));
    }

    /** The owner of a task that a feed of a worker reserved. */
    String owner(String worker, int feed, int attempt) {
        return worker + ":" + epoch(worker) + "-" + feed + "r" + attempt;
    }

    String epoch(String worker) {
        return network.send("HGET", network.key("worker:" + worker), "epoch").asText();
    }

    /** Takes a worker off the network as lost; {@code detectLost} settles what it left. */
    void lose(String worker) {
        raw.lose(worker);
        rush.workers().detectLost();
    }

    void awaitBegun(String worker, int feed, long attempt) {
        await().atMost(PATIENCE).until(() -> begun(worker, feed).equals(Optional.of(attempt)));
    }

    /** Lets more time go by since a feed's last call than it may keep anything to itself. */
    static void awaitDelayOver() {
        long start = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> System.nanoTime() - start > 2 * Prefetch.DEFAULT_DELAY.toNanos());
    }

    /** A worker without a thread of its own that would wait. */
    RushWorker worker() {
        return network.worker("w");
    }
}
