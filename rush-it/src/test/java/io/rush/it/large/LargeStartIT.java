package io.rush.it.large;

import static io.rush.it.large.LargeNetwork.MARKER;
import static io.rush.it.large.LargeNetwork.numbers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.error.SerializationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.it.support.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Start arguments above the limit, and workers in processes of their own that share the directory. */
class LargeStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private LargeNetwork large;
    private Rush rush;

    @BeforeEach
    void open() {
        large = new LargeNetwork(directory);
        rush = large.rush;
    }

    @AfterEach
    void close() {
        large.close();
    }

    private WorkerSpec spec(WorkerKind kind) {
        return WorkerSpec.of(SumOfAll.class)
                .kind(kind)
                .constants(Map.of("numbers", numbers(0, 1_000)))
                .globals(Map.of("object", rush.storeLargeObject(numbers(5, 2))));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void argumentsInputsAndOutputsGoThroughFiles(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(spec(kind).workers(2));
        List<String> keys =
                rush.tasks().push(List.of(Map.of("numbers", numbers(0, 1_000)), Map.of("numbers", numbers(0, 2))));

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);

        String start = large.network
                .send("HGET", large.network.key("worker:" + workers.get(0)), "start")
                .asText();
        assertThat(start).startsWith(MARKER);
        assertThat(large.files("starts")).hasSize(1);
        assertThat(rush.archive().fetchFinished().column("sum").toLongs())
                .containsExactlyInAnyOrder(999_000 + 11, 499_500 + 1 + 11);
        assertThat(large.field(keys.get(0), "ys")).startsWith(MARKER);
        rush.reset();
        assertThat(large.allFiles()).isEmpty();
    }

    @Test
    void workersGoOnAfterAResetOfData() {
        rush.workers().startLocal(spec(WorkerKind.PROCESS));
        rush.tasks().await(rush.tasks().push(List.of(Map.of("numbers", numbers(0, 1_000)))), PATIENCE);

        rush.resetData();
        assertThat(large.files("tasks")).isEmpty();

        List<String> keys = rush.tasks().push(List.of(Map.of("numbers", numbers(0, 2_000))));
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.archive().fetchFinished().keys()).isEqualTo(keys);
    }

    @Test
    void aStartWhoseFileIsMissingFailsInWords() throws Exception {
        String worker = rush.workers().startLocal(spec(WorkerKind.THREAD)).get(0);
        String start = large.network
                .send("HGET", large.network.key("worker:" + worker), "start")
                .asText();
        large.network.send("HSET", large.network.key("workers"), "late", "pre 0");
        large.network.send("HSET", large.network.key("worker:late"), "start", start);
        Files.delete(large.files("starts").get(0));

        Process process = workerProcess("late");

        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(errors).contains("worker late cannot join", "start arguments", "large object", "is missing");
    }

    private Process workerProcess(String workerId) throws IOException {
        String path = String.join(File.pathSeparator, Jvm.path());
        ProcessBuilder builder =
                new ProcessBuilder(Jvm.java(), "-cp", path, "io.rush.core.WorkerMain", large.network.id(), workerId);
        builder.environment().put("RUSH_REDIS_URL", large.network.url());
        builder.environment().put("RUSH_LARGE_OBJECT_DIRECTORY", directory.toString());
        return builder.start();
    }

    @Test
    void aStartThatIsTooLargeIsRefusedWithoutADirectory() {
        WorkerSpec spec = spec(WorkerKind.THREAD);
        try (Rush without = Rush.connect(large.without().build())) {
            assertThatThrownBy(() -> without.workers().startLocal(spec))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContainingAll("start arguments", "1000", "largeObjectDirectory");
            assertThat(without.workers().ids()).isEmpty();
        }
    }
}
