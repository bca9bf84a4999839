package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushConfig;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RandomStream;
import io.rush.api.task.Seed;
import io.rush.it.loop.fixture.Drawing;
import io.rush.it.loop.fixture.Knowing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a function knows beside the inputs of its task. */
abstract class SurroundingsTests extends LoopTests {
    private static final Seed INITIAL = Seed.of(2026);
    private static final int TASKS = 5;

    SurroundingsTests(LoopContract loop) {
        super(loop);
    }

    @Override
    final RushConfig.Builder settings(RushConfig.Builder config) {
        return config.seed(INITIAL);
    }

    @Test
    final void constantsAndGlobalsReachTheFunctionEachAsWhatTheyAre() {
        Map<String, Object> constants = Map.of("factor", 2.5, "names", List.of("a", "b"), "x", "constant");
        Map<String, Object> globals = Map.of("limits", Map.of("x", 10L), "x", "global");
        start(spec(Knowing.class).constants(constants).globals(globals));
        List<String> keys = push(points(2));

        awaitFinished(keys);

        for (String key : keys) {
            assertThat(outputs(key)).containsEntry("constants", constants).containsEntry("globals", globals);
        }
    }

    @Test
    final void theFunctionKnowsItsTaskAndItsWorker() {
        List<String> workers = start(spec(Knowing.class));
        List<String> keys = rush().tasks()
                .push(
                        points(2),
                        PushOptions.none().timeouts(List.of(Duration.ofMinutes(10), Duration.ofMillis(700_001))));

        awaitFinished(keys);

        for (String key : keys) {
            assertThat(outputs(key))
                    .containsEntry("task", key)
                    .containsEntry("worker", workers.get(0))
                    .containsEntry("retries", 0L);
            assertThat(finished(key).workerId()).hasValue(workers.get(0));
        }
        assertThat(outputs(keys.get(0))).containsEntry("timeout_ms", 600_000L);
        assertThat(outputs(keys.get(1))).containsEntry("timeout_ms", 700_001L);
    }

    @Test
    final void aTaskDrawsTheNumbersOfItsSeed() {
        List<Seed> seeds =
                Stream.iterate(Seed.of(1), Seed::nextStream).limit(TASKS).toList();
        start(spec(Drawing.class).workers(2));
        List<String> keys =
                rush().tasks().push(points(TASKS), PushOptions.none().seeds(seeds));

        awaitFinished(keys);

        for (int i = 0; i < TASKS; i++) {
            assertDraws(keys.get(i), seeds.get(i));
        }
    }

    @Test
    final void theInitialSeedOfTheControllerGivesEachTaskTheNextStream() {
        start(spec(Drawing.class).workers(2));
        List<String> keys = push(points(TASKS));

        awaitFinished(keys);

        Seed seed = INITIAL;
        for (String key : keys) {
            seed = seed.nextStream();
            assertDraws(key, seed);
        }
    }

    private void assertDraws(String key, Seed seed) {
        RandomStream stream = seed.generator();
        assertThat(outputs(key))
                .as("numbers of the seed %s", seed)
                .containsEntry("first", Drawing.from(stream))
                .containsEntry("second", Drawing.from(stream));
    }
}
