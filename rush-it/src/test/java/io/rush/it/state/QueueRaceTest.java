package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.task.Task;
import io.rush.it.support.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several reach into the queue at the same moment: each task goes to one of them. */
class QueueRaceTest extends StateTestCase {
    private static final int ROUNDS = 200;
    private static final int THREADS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Race race;

    @BeforeEach
    void openRace() {
        race = new Race();
    }

    @AfterEach
    void closeRace() {
        race.close();
    }

    /** Pops until nothing is queued. */
    private static Callable<List<String>> popAll(RushWorker worker) {
        return () -> {
            List<String> keys = new ArrayList<>();
            Optional<Task> task = worker.pop(Duration.ZERO);
            while (task.isPresent()) {
                keys.add(task.get().key());
                task = worker.pop(Duration.ZERO);
            }
            return keys;
        };
    }

    @Test
    void eachTaskIsTakenOnceByWorkers() throws Exception {
        List<RushWorker> workers =
                IntStream.range(0, THREADS).mapToObj(i -> network.worker()).toList();

        assertEachTaskIsTakenOnce(workers);
    }

    @Test
    void eachTaskIsTakenOnceByThreadsOfOneWorker() throws Exception {
        assertEachTaskIsTakenOnce(Collections.nCopies(THREADS, network.worker()));
    }

    private void assertEachTaskIsTakenOnce(List<RushWorker> workers) throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            List<String> keys = rush.tasks().push(points(40));

            List<List<String>> taken =
                    race.run(workers.stream().map(QueueRaceTest::popAll).toList());

            assertThat(taken.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(taken).allSatisfy(some -> assertThat(some).isSortedAccordingTo(orderOf(keys)));
        }
        assertThat(raw.running()).hasSize(ROUNDS / 4 * 40);
    }

    private static Comparator<String> orderOf(List<String> keys) {
        return Comparator.comparingInt(keys::indexOf);
    }

    @Test
    void aTaskIsEitherTakenOrRemoved() throws Exception {
        RushWorker worker = network.worker();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> keys = rush.tasks().push(points(6));

            List<List<String>> parts =
                    race.run(List.of(popAll(worker), () -> rush.tasks().emptyQueue()));

            assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(raw.running().values()).containsAll(parts.get(0)).noneMatch(parts.get(1)::contains);
            assertThat(raw.failed()).containsAll(parts.get(1)).noneMatch(parts.get(0)::contains);
            assertThat(raw.queue()).isEmpty();
        }
    }

    @Test
    void ofTwoThatEmptyTheQueueEachRemovesItsPart() throws Exception {
        Rush other = network.connect();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> keys = rush.tasks().push(points(6));

            List<List<String>> parts = race.run(
                    List.of(() -> rush.tasks().emptyQueue(), () -> other.tasks().emptyQueue()));

            assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(keys);
        }
        assertThat(raw.failed()).hasSize(ROUNDS * 6);
    }

    @Test
    void aPushReachesAWorkerThatIsAboutToWait() throws Exception {
        RushWorker worker = network.worker("w");
        for (int round = 0; round < ROUNDS; round++) {
            List<String> keys = race.run(List.of(
                    () -> worker.pop(PATIENCE).map(Task::key).orElse("nothing"),
                    () -> rush.tasks().push(points(1)).get(0)));

            assertThat(keys.get(0)).isEqualTo(keys.get(1));
        }
        assertThat(raw.exists("idle")).isFalse();
    }

    @Test
    void aTaskForAWorkerThatIsToLeaveIsEitherTakenOrEverybodys() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            RushWorker worker = network.worker("w");
            List<String> outcomes = race.<String>run(List.of(
                    () -> worker.pop(PATIENCE).map(Task::key).orElse("nothing"),
                    () -> rush.tasks().pushPriority("w", points(1)).get(0),
                    () -> String.join("", rush.workers().stop(StopMode.TERMINATE, List.of("w")))));

            String key = outcomes.get(1);
            boolean taken = outcomes.get(0).equals(key);
            worker.terminate();

            assertThat(Stream.concat(raw.queue().stream(), raw.failed().stream()))
                    .containsExactly(key);
            assertThat(raw.failed().contains(key)).isEqualTo(taken);
            assertThat(raw.exists("queue:w")).isFalse();
            assertThat(raw.exists("idle")).isFalse();
            network.send("DEL", network.key("queue"), network.key("failed"));
        }
    }
}
