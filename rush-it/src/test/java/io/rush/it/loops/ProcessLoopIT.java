package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.TaskRow;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop {@code process} in workers of both kinds, with real child JVMs. */
class ProcessLoopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void everyTaskIsEvaluatedOnceWithTheConstants(WorkerKind kind) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Product.class)
                        .kind(kind)
                        .loopName("process")
                        .constants(Map.of("factor", 3L)));

        await(rush.tasks().push(points(5)));

        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).hasSize(5).allSatisfy(row -> {
            assertThat(row.ys()).containsEntry("y", (long) row.xs().get("x") * 3);
            assertThat(workers).contains((String) row.ys().get("by"));
        });
    }

    private static List<Map<String, Object>> points(int number) {
        return IntStream.range(0, number)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();
    }

    private void await(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }
}
