package io.rush.it.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which stream a task gets when it is pushed. */
class TaskSeedsTest {
    private static final Seed INITIAL = Seed.of(123);
    private static final Seed OWN =
            Seed.of(10407, 1801422725, -2057975723, 1156894209, 1595475487, 210384600, -1655729657);
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));

    private final TestNetwork network = TestNetwork.open();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Test
    void eachPushedTaskGetsAStreamOfItsOwnInOrderOfPush() {
        Rush rush = network.connect(INITIAL);
        List<String> keys = new ArrayList<>(rush.tasks().push(TWO));

        keys.add(rush.tasks().push(Map.of("x", 3L)));
        keys.addAll(rush.tasks().pushPriority("nobody", TWO));
        keys.addAll(rush.tasks().pushFailed(TWO, List.of(Condition.error("by hand"))));
        keys.add(rush.tasks().push(Map.of("x", 4L)));

        assertThat(seeds(keys)).isEqualTo(streams(INITIAL, 8));
    }

    @Test
    void tasksOfSeveralPagesGetConsecutiveStreams() {
        List<Map<String, Long>> xss = Stream.iterate(0L, x -> x + 1)
                .limit(1_201)
                .map(x -> Map.of("x", x))
                .toList();

        List<String> keys = network.connect(INITIAL).tasks().push(xss);

        assertThat(seeds(keys)).isEqualTo(streams(INITIAL, 1_201));
    }

    @Test
    void theInitialSeedMayBeAnIntegerOrSevenNumbersAsInR() {
        RushConfig integer = RushConfig.builder(network.id())
                .redisUrl(network.url())
                .seed(123)
                .build();
        try (Rush rush = Rush.connect(integer)) {
            assertThat(seeds(rush.tasks().push(TWO))).isEqualTo(streams(Seed.of(123), 2));
        }
        assertThat(seeds(network.connect(OWN).tasks().push(TWO))).isEqualTo(streams(OWN, 2));
        assertThat(integer.seed()).hasValue(Seed.of(123));
    }

    @Test
    void withoutInitialSeedTasksHaveNone() {
        List<String> keys = network.rush().tasks().push(TWO);

        assertThat(network.rush().archive().fetchQueued(TaskField.SEED).rows())
                .extracting(TaskRow::key)
                .containsExactlyElementsOf(keys);
        assertThat(network.rush().archive().fetchQueued(TaskField.SEED).rows())
                .allMatch(row -> row.seed().isEmpty());
    }

    @Test
    void ownSeedsAreUsedInsteadAndTakeNoStream() {
        Rush rush = network.connect(INITIAL);

        List<String> own = rush.tasks().push(TWO, PushOptions.none().seeds(List.of(OWN, OWN.nextStream())));
        List<String> priority = rush.tasks()
                .pushPriority(List.of(Optional.empty()), TWO, PushOptions.none().seeds(List.of(OWN)));
        List<String> others = rush.tasks().push(TWO);

        assertThat(seeds(own)).containsExactly(OWN, OWN.nextStream());
        assertThat(seeds(priority)).containsExactly(OWN, OWN);
        assertThat(seeds(others)).isEqualTo(streams(INITIAL, 2));
    }

    @Test
    void whatIsRefusedOrFinishedTakesNoStream() {
        Rush rush = network.connect(INITIAL);

        assertThatThrownBy(() -> rush.tasks().push(List.of(Map.of("x", 1L), Map.of("x", new Object()))))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> rush.tasks().pushPriority(List.of(), TWO, PushOptions.none()))
                .hasMessageContaining("worker ids");
        rush.tasks().pushFinished(TWO, TWO);
        rush.tasks().push(List.of());

        assertThat(seeds(rush.tasks().push(TWO))).isEqualTo(streams(INITIAL, 2));
    }

    @Test
    void eachHandleBeginsAnew() {
        network.connect(INITIAL).tasks().push(TWO);

        assertThat(seeds(network.connect(INITIAL).tasks().push(TWO))).isEqualTo(streams(INITIAL, 2));
    }

    @Test
    void aResetDoesNotTurnTheStreamsBack() {
        Rush rush = network.connect(INITIAL);
        rush.tasks().push(TWO);

        rush.reset();

        assertThat(seeds(rush.tasks().push(TWO))).isEqualTo(streams(INITIAL, 4).subList(2, 4));
    }

    @Test
    void aWorkersHandleHasAnInitialSeedOfItsOwnAndItsRunningTasksHaveNone() {
        RushWorker worker = network.worker(INITIAL);

        List<String> running = worker.pushRunning(TWO);
        List<String> queued = worker.tasks().push(TWO);

        assertThat(seeds(queued)).isEqualTo(streams(INITIAL, 2));
        assertThat(network.rush().archive().fetchRunning(TaskField.SEED).rows())
                .hasSize(running.size())
                .allMatch(row -> row.seed().isEmpty());
    }

    @Test
    void threadsOfOneHandleShareItsStreams() throws Exception {
        Rush rush = network.connect(INITIAL);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> keys = new ArrayList<>();
        try {
            List<Future<List<String>>> pushes = Stream.generate(
                            () -> threads.submit(() -> rush.tasks().push(TWO)))
                    .limit(50)
                    .toList();
            for (Future<List<String>> push : pushes) {
                List<Seed> seeds = seeds(push.get());
                assertThat(seeds.get(1)).isEqualTo(seeds.get(0).nextStream());
                keys.addAll(push.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(seeds(keys)).containsExactlyInAnyOrderElementsOf(streams(INITIAL, 100));
    }

    @Test
    void eachRetryWithTheNextSeedTakesTheNextSubStream() {
        Rush rush = network.connect(INITIAL);
        RushWorker worker = network.worker();
        List<String> keys = rush.tasks().push(TWO);
        Seed first = INITIAL.nextStream();
        Seed second = first.nextStream();

        failAll(worker, 2);
        rush.tasks().retry(keys, RetryOptions.defaults().nextSeed(true));
        assertThat(seeds(keys)).containsExactly(first.nextSubStream(), second.nextSubStream());

        failAll(worker, 2);
        rush.tasks().retry(keys);
        assertThat(seeds(keys)).containsExactly(first.nextSubStream(), second.nextSubStream());

        failAll(worker, 2);
        rush.tasks().retry(keys, RetryOptions.defaults().nextSeed(true));
        assertThat(seeds(keys))
                .containsExactly(
                        first.nextSubStream().nextSubStream(),
                        second.nextSubStream().nextSubStream());
    }

    private static void failAll(RushWorker worker, int tasks) {
        for (int i = 0; i < tasks; i++) {
            String key = worker.pop(Duration.ZERO).orElseThrow().key();
            assertThat(worker.fail(key, Condition.error("by hand"))).isTrue();
        }
    }

    private static List<Seed> streams(Seed initial, int tasks) {
        return Stream.iterate(initial.nextStream(), Seed::nextStream)
                .limit(tasks)
                .toList();
    }

    private List<Seed> seeds(List<String> keys) {
        Map<String, Seed> seeds = new HashMap<>();
        network.rush()
                .archive()
                .fetch(TaskField.SEED)
                .rows()
                .forEach(row -> row.seed().ifPresent(seed -> seeds.put(row.key(), seed)));
        return Arrays.asList(keys.stream().map(seeds::get).toArray(Seed[]::new));
    }
}
