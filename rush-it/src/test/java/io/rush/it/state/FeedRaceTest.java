package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskState;
import io.rush.it.support.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads and workers draw from feeds at the same moment: each task is given once and finished once. */
class FeedRaceTest extends StateTestCase {
    private static final int TASKS = 2_000;
    private static final int THREADS = 6;

    private Race race;

    @BeforeEach
    void openRace() {
        race = new Race();
    }

    @AfterEach
    void closeRace() {
        race.close();
    }

    private void assertEachOnce(List<String> pushed, List<List<String>> given) {
        List<String> all = given.stream().flatMap(List::stream).toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(raw.finished()).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.queue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void threadsOfOneFeed(int depth) throws Exception {
        List<String> pushed = rush.tasks().push(points(TASKS));
        List<List<String>> given;
        try (TaskFeed feed = network.worker().feed(depth)) {
            Callable<List<String>> work = () -> FeedTestCase.workOff(feed);
            given = race.run(Stream.generate(() -> work).limit(THREADS).toList());
        }

        assertEachOnce(pushed, given);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void feedsOfOneWorker(int depth) throws Exception {
        RushWorker worker = network.worker();
        assertEachOnce(rush.tasks().push(points(TASKS)), race.run(workers(depth, i -> worker)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void feedsOfSeveralWorkers(int depth) throws Exception {
        List<RushWorker> workers =
                IntStream.range(0, THREADS).mapToObj(i -> network.worker()).toList();
        assertEachOnce(rush.tasks().push(points(TASKS)), race.run(workers(depth, workers::get)));
    }

    private static List<Callable<List<String>>> workers(int depth, IntFunction<RushWorker> worker) {
        return IntStream.range(0, THREADS)
                .mapToObj(i -> (Callable<List<String>>) () -> {
                    try (TaskFeed feed = worker.apply(i).feed(depth)) {
                        return FeedTestCase.workOff(feed);
                    }
                })
                .toList();
    }

    @Test
    void popAndPushRunningBesideAFeed() throws Exception {
        RushWorker worker = network.worker();
        List<String> pushed = rush.tasks().push(points(TASKS));
        Callable<List<String>> popping = () -> {
            List<String> keys = new ArrayList<>();
            Optional<Task> task = worker.pop(Duration.ZERO);
            while (task.isPresent()) {
                keys.add(task.get().key());
                assertThat(worker.finish(task.get().key(), YS)).isTrue();
                task = worker.pop(Duration.ZERO);
            }
            return keys;
        };
        Callable<List<String>> pushing = () -> {
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                keys.addAll(worker.pushRunning(points(1)));
                assertThat(worker.finish(keys.get(i), YS)).isTrue();
            }
            return keys;
        };

        List<Callable<List<String>>> all =
                new ArrayList<>(workers(8, i -> worker).subList(0, 2));
        all.add(popping);
        all.add(pushing);
        List<List<String>> given = race.run(all);

        assertEachOnce(Stream.concat(pushed.stream(), given.get(3).stream()).toList(), given);
    }

    @Test
    void aControllerThatFailsAndRetriesBesideFeedsBreaksNothing() throws Exception {
        List<String> pushed = rush.tasks().push(points(TASKS));
        List<Callable<List<String>>> all = new ArrayList<>(workers(16, i -> network.worker()));
        all.add(() -> {
            for (int round = 0; round < 50; round++) {
                List<String> running = rush.tasks().keys(TaskState.RUNNING);
                rush.tasks().fail(running, List.of(Condition.error("not wanted")));
                rush.tasks().retry(running);
            }
            return List.of();
        });
        race.run(all);

        FeedTestCase.workOff(network.worker().feed(1));
        assertThat(raw.finished()).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.failed()).isEmpty();
    }
}
