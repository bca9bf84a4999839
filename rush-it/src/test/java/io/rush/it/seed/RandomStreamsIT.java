package io.rush.it.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RandomStream;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What functions draw on workers: the same numbers for the same seed, whoever evaluates the task and when. */
class RandomStreamsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Seed INITIAL = Seed.of(123);
    private static final int TASKS = 200;

    private final TestNetwork network = TestNetwork.open();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"THREAD, 1, 1", "THREAD, 4, 1", "THREAD, 4, 16", "PROCESS, 1, 1", "PROCESS, 4, 1", "PROCESS, 4, 16"})
    void neitherKindNorNumberOfWorkersNorTheirLoopChangesWhatATaskDraws(WorkerKind kind, int workers, int prefetch) {
        Rush rush = network.connect(INITIAL);
        List<Map<String, Long>> xss = points();
        rush.workers()
                .startLocal(
                        WorkerSpec.of(Draws.class).kind(kind).workers(workers).prefetch(prefetch));

        evaluate(rush, rush.tasks().push(xss.subList(0, 77)));
        evaluate(rush, rush.tasks().push(xss.subList(77, TASKS)));

        Map<Long, Map<String, Object>> draws = draws(rush);
        Seed seed = INITIAL;
        for (long x = 0; x < TASKS; x++) {
            seed = seed.nextStream();
            assertThat(draws.get(x)).isEqualTo(expected(seed));
        }
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void theOrderOfPushDoesNotChangeWhatATaskWithASeedOfItsOwnDraws(WorkerKind kind) {
        Rush rush = network.connect(INITIAL);
        List<Map<String, Long>> xss = new ArrayList<>(points());
        List<Seed> seeds = Stream.iterate(
                        Seed.of(10407, 1801422725, -2057975723, 1156894209, 1595475487, 210384600, -1655729657),
                        Seed::nextStream)
                .limit(TASKS)
                .toList();
        Collections.shuffle(xss, new Random(7));
        start(rush, kind, 2);

        evaluate(
                rush,
                rush.tasks()
                        .push(
                                xss,
                                PushOptions.none()
                                        .seeds(xss.stream()
                                                .map(xs -> seeds.get(xs.get("x").intValue()))
                                                .toList())));

        draws(rush).forEach((x, draws) -> assertThat(draws).isEqualTo(expected(seeds.get(x.intValue()))));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aRetryDrawsTheSameNumbersAndWithTheNextSeedOthers(WorkerKind kind) {
        Rush rush = network.connect(INITIAL);
        start(rush, kind, 1);
        List<String> keys = rush.tasks().push(List.of(Map.of("x", 0L, "fails", true), Map.of("x", 1L, "fails", true)));
        Seed first = INITIAL.nextStream();
        Seed second = first.nextStream();
        evaluate(rush, keys);
        assertThat(rush.archive().fetchFailed(TaskField.CONDITION).rows())
                .extracting(row -> row.condition().map(Condition::message).orElseThrow())
                .containsExactlyInAnyOrder(
                        expected(first).get("doubles").toString(),
                        expected(second).get("doubles").toString());

        rush.tasks().retry(keys.subList(0, 1));
        rush.tasks().retry(keys.subList(1, 2), RetryOptions.defaults().nextSeed(true));
        evaluate(rush, keys);

        assertThat(draws(rush)).isEqualTo(Map.of(0L, expected(first), 1L, expected(second.nextSubStream())));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aTaskWithoutSeedDrawsNumbersThatNoOtherDraws(WorkerKind kind) {
        Rush rush = network.rush();
        start(rush, kind, 2);

        evaluate(rush, rush.tasks().push(points()));

        assertThat(draws(rush).values()).hasSize(TASKS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerThatPushesTasksTakesNoneOfTheStreamsOfItsController(WorkerKind kind) {
        Rush rush = network.connect(INITIAL);

        List<String> workers =
                rush.workers().startLocal(WorkerSpec.ofLoop(Pushing.class).kind(kind));
        rush.workers().awaitStopped(workers, PATIENCE);
        String own = rush.tasks().push(Map.of("x", 2L));

        assertThat(rush.workers().ids(WorkerState.TERMINATED)).isEqualTo(workers);
        assertThat(rush.archive().fetchQueued(TaskField.SEED).rows())
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row.seed().isPresent()).isEqualTo(row.key().equals(own)));
        assertThat(seedOf(rush, own)).isEqualTo(INITIAL.nextStream());
    }

    private static Seed seedOf(Rush rush, String key) {
        return rush.archive().fetchQueued(TaskField.SEED).rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .flatMap(TaskRow::seed)
                .orElseThrow();
    }

    private static void start(Rush rush, WorkerKind kind, int workers) {
        rush.workers().startLocal(WorkerSpec.of(Draws.class).kind(kind).workers(workers));
    }

    private static void evaluate(Rush rush, List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }

    private static List<Map<String, Long>> points() {
        return LongStream.range(0, TASKS).mapToObj(x -> Map.of("x", x)).toList();
    }

    private static Map<Long, Map<String, Object>> draws(Rush rush) {
        return rush.archive().fetchFinished().rows().stream()
                .collect(Collectors.toMap(row -> (Long) row.xs().get("x"), TaskRow::ys));
    }

    private static Map<String, Object> expected(Seed seed) {
        RandomStream stream = seed.generator();
        Map<String, Object> draws = Draws.from(stream);
        draws.put("goes_on", stream.nextLong());
        return draws;
    }
}
