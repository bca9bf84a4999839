package io.rush.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both stores are on the path: worker JVMs use the one that is measured. */
class StoreOfWorkersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"jedis, false", "lettuce, true"})
    void workersUseTheStoreOfTheLab(String store, boolean hasThreadsOfLettuce) {
        try (Lab lab = Lab.open(store, new Sizes(1, 1));
                Rush rush = lab.connect("store-of-workers")) {
            rush.workers().startLocal(WorkerSpec.of(Threads.class));
            List<String> keys = rush.tasks().push(List.of(Map.of()));

            assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
            assertThat(rush.archive().fetchFinished().column("lettuce").get(0)).contains(hasThreadsOfLettuce);
        }
    }

    /** Tells whether threads of Lettuce run in the worker's JVM. */
    public static final class Threads implements TaskFunction {
        @Override
        public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
            return Map.of(
                    "lettuce",
                    Thread.getAllStackTraces().keySet().stream()
                            .anyMatch(thread -> thread.getName().startsWith("lettuce-")));
        }
    }
}
