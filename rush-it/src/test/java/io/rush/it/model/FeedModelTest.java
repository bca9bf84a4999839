package io.rush.it.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskState;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers draw from feeds in random sequences and are lost, leave, or close their feeds. What a feed tells by itself may
 * come at any time, so a task that began a moment ago may fail or return; whatever did not begin must return.
 * {@code -Drush.model.seeds} sets the number of sequences.
 */
class FeedModelTest {
    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("rush.model.seeds", 25));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTaskIsLostAndNoneIsFinishedTwice(long seed) {
        try (TestNetwork network = TestNetwork.open()) {
            Sequence sequence = new Sequence(network, new SplittableRandom(seed));
            for (int step = 0; step < STEPS; step++) {
                sequence.step();
            }
            sequence.end();
        }
    }

    /** One feed of one start of a worker, and the tasks that it gave and that are not handed in. */
    private record Open(RushWorker worker, TaskFeed feed, Set<String> given, Set<String> began, Set<String> told) {
        void give(String key) {
            given.add(key);
            began.add(key);
        }
    }

    private static final class Sequence {
        private final TestNetwork network;
        private final RawTasks raw;
        private final SplittableRandom random;
        private final Set<String> pushed = new HashSet<>();
        private final Map<String, Open> open = new HashMap<>();

        Sequence(TestNetwork network, SplittableRandom random) {
            this.network = network;
            this.raw = new RawTasks(network);
            this.random = random;
        }

        void step() {
            String id = "w" + random.nextInt(3);
            Open feed = open.computeIfAbsent(id, this::start);
            switch (random.nextInt(10)) {
                case 0, 1 -> push();
                case 2, 3, 4 -> feed.feed().next(Duration.ZERO).ifPresent(task -> feed.give(task.key()));
                case 5, 6 -> handIn(feed);
                case 7 -> flush(feed);
                case 8 -> close(id, feed);
                default -> lose(id, feed);
            }
            assertNoneIsLost();
        }

        private Open start(String id) {
            RushWorker worker = network.worker(id);
            return new Open(
                    worker,
                    worker.feed(1 + random.nextInt(4)),
                    new LinkedHashSet<>(),
                    new HashSet<>(),
                    new HashSet<>());
        }

        private void push() {
            List<Map<String, Long>> points = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                points.add(Map.of("x", (long) i));
            }
            pushed.addAll(network.rush().tasks().push(points));
        }

        private static void handIn(Open feed) {
            feed.given().stream().findFirst().ifPresent(key -> {
                feed.feed().handIn(TaskResult.finished(key, Map.of("y", 1L)));
                feed.given().remove(key);
            });
        }

        private static void flush(Open feed) {
            feed.feed().flush();
            feed.told().addAll(feed.given());
        }

        private void close(String id, Open feed) {
            feed.feed().close();
            assertThat(ofWorker(id)).containsExactlyInAnyOrderElementsOf(feed.given());
            feed.worker().terminate();
            assertThat(states(feed.given())).allMatch(state -> state == TaskState.FAILED);
            open.remove(id);
        }

        private void lose(String id, Open feed) {
            Set<String> running = new HashSet<>();
            if (random.nextBoolean()) {
                raw.lose(id);
                running.addAll(ofWorker(id));
                network.rush().workers().detectLost();
            } else {
                feed.worker().terminate();
            }
            assertThat(ofWorker(id)).isEmpty();
            running.removeAll(feed.began());
            // another feed may have reserved it since
            assertThat(states(running)).allMatch(state -> state == TaskState.QUEUED || state == TaskState.RUNNING);
            feed.told().retainAll(feed.given());
            assertThat(states(feed.told())).allMatch(state -> state == TaskState.FAILED);
            feed.feed().close();
            open.remove(id);
        }

        private List<String> ofWorker(String id) {
            return raw.running().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(id + ":"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private List<TaskState> states(Set<String> keys) {
            return List.copyOf(network.rush().tasks().states(List.copyOf(keys)).values());
        }

        private void assertNoneIsLost() {
            assertThat(network.rush().tasks().keys()).containsExactlyInAnyOrderElementsOf(pushed);
            assertThat(raw.finished()).doesNotHaveDuplicates();
        }

        void end() {
            open.values().forEach(feed -> feed.feed().close());
            open.values().forEach(feed -> feed.worker().terminate());
            assertThat(raw.running()).isEmpty();
            assertNoneIsLost();
            assertThat(raw.queue()).doesNotHaveDuplicates();
            assertThat(network.rush().archive().fetch().rows())
                    .allSatisfy(row -> assertThat(row.retries()).isZero());
        }
    }
}
