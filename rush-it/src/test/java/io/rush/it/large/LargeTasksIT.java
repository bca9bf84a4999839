package io.rush.it.large;

import static io.rush.it.large.LargeNetwork.MARKER;
import static io.rush.it.large.LargeNetwork.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.LargeObject;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskTable;
import io.rush.it.support.LogRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of tasks above the limit lie in files, and nobody sees a difference unless the files are broken. */
class LargeTasksIT {
    private static final Map<String, Object> LARGE = Map.of("numbers", numbers(0, 1_000));
    private static final Map<String, Object> SMALL = Map.of("numbers", numbers(0, 10));

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

    @Test
    void onlyFieldsAboveTheLimitLieInFiles() {
        String key = rush.tasks()
                .push(List.of(LARGE), PushOptions.none().extras(List.of(SMALL)))
                .get(0);

        assertThat(large.field(key, "xs")).startsWith(MARKER).hasSizeLessThan(300);
        assertThat(large.field(key, "xs_extra")).startsWith("{\"numbers\":[0,1,");
        assertThat(large.files("tasks")).hasSize(1);
    }

    @Test
    void inputsOutputsAndExtrasComeBackAsTheyWent() {
        rush.tasks().push(List.of(LARGE), PushOptions.none().extras(List.of(LARGE)));
        try (RushWorker worker = large.worker()) {
            Task task = worker.pop(Duration.ZERO).orElseThrow();
            assertThat(task.xs()).isEqualTo(LARGE);
            Map<String, Object> ys = Map.of("y", "ü".repeat(5_000));

            assertThat(worker.finish(task.key(), ys, LARGE)).isTrue();

            assertThat(large.field(task.key(), "ys")).startsWith(MARKER);
            TaskTable table =
                    rush.archive().fetchFinished(TaskField.XS, TaskField.YS, TaskField.XS_EXTRA, TaskField.YS_EXTRA);
            assertThat(table.row(0).xs()).isEqualTo(LARGE);
            assertThat(table.row(0).ys()).isEqualTo(ys);
            assertThat(table.column(TaskField.XS_EXTRA, "numbers").get(0)).hasValue(numbers(0, 1_000));
            assertThat(table.column(TaskField.YS_EXTRA, "numbers").get(0)).hasValue(numbers(0, 1_000));
        }
    }

    @Test
    void tasksOfAllStatesAreReadFromFiles() {
        try (RushWorker worker = large.worker()) {
            worker.pushRunning(List.of(LARGE));
            rush.tasks().push(LARGE);
            rush.tasks().pushFinished(List.of(LARGE), List.of(LARGE));
            rush.tasks().pushFailed(List.of(LARGE), List.of(Condition.error("e")));

            Archive archive = rush.archive();
            assertThat(archive.fetch(TaskField.XS).rows())
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.xs()).isEqualTo(LARGE));
        }
    }

    @Test
    void manyTasksOfWhichSomeAreLargeArePushedInSeveralCalls() {
        List<Map<String, Object>> xss = IntStream.range(0, 1_200)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x, "text", x % 400 == 399 ? "t".repeat(2_000) : ""))
                .toList();

        rush.tasks().pushFinished(xss, xss);

        assertThat(rush.archive().fetchFinished(TaskField.XS).column("x").toLongs())
                .containsExactly(IntStream.range(0, 1_200).mapToLong(x -> x).toArray());
        assertThat(large.files("tasks")).hasSize(3);
    }

    @Test
    void withoutADirectoryNothingIsWrittenAndTheMessageSaysWhatToDo() {
        try (Rush without = Rush.connect(large.without().build())) {
            List<Map<String, Object>> xss = IntStream.range(0, 1_200)
                    .mapToObj(x -> x < 1_199 ? SMALL : LARGE)
                    .toList();

            assertThatThrownBy(() -> without.tasks().push(xss))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContainingAll(
                            "xs[1199]", "3903 bytes", "1000", "largeObjectDirectory", "largeObjectLimitBytes");
            Map<String, Object> plain = Map.of("text", "t".repeat(2_000));
            List<Map<String, Object>> plains = IntStream.range(0, 1_200)
                    .mapToObj(x -> x < 1_199 ? Map.<String, Object>of() : plain)
                    .toList();
            assertThatThrownBy(() -> without.tasks().push(plains)).hasMessageContaining("xs[1199]");
            assertThat(without.tasks().keys()).isEmpty();
            assertThatThrownBy(() -> without.storeLargeObject(LARGE))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("largeObjectDirectory");
        }
        try (RushWorker worker = RushWorker.register(large.without().build())) {
            String key = worker.pushRunning(List.of(SMALL)).get(0);
            assertThatThrownBy(() -> worker.finish(key, LARGE))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("ys");
            assertThat(worker.finish(key, SMALL)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "longer", "changed"})
    void aTaskWhoseFileIsBrokenFailsWhenItIsTakenAndTheOthersGoOn(String how) throws IOException {
        String broken = rush.tasks().push(LARGE);
        String sound = rush.tasks().push(SMALL);
        Path file = large.files("tasks").get(0);
        damage(file, how);

        try (RushWorker worker = large.worker()) {
            assertThat(worker.pop(Duration.ZERO).orElseThrow().key()).isEqualTo(sound);
        }

        assertThat(rush.tasks().isFailed(broken)).isTrue();
        assertThat(rush.archive().fetchFailed().keys()).containsExactlyInAnyOrder(broken, sound);
        assertThat(large.field(broken, "condition"))
                .contains(
                        "\"cause\":\"error\"",
                        "xs of task " + broken,
                        file.toString(),
                        how.equals("missing") ? "missing" : "changed");
    }

    @Test
    void aTaskIsTakenFromAFeedOverABrokenOne() throws IOException {
        String broken = rush.tasks().push(LARGE);
        String sound = rush.tasks().push(SMALL);
        Files.delete(large.files("tasks").get(0));

        try (RushWorker worker = large.worker();
                var feed = worker.feed(10)) {
            assertThat(feed.next(Duration.ZERO).orElseThrow().key()).isEqualTo(sound);
            feed.handIn(TaskResult.finished(sound, LARGE));
        }

        assertThat(rush.tasks().isFailed(broken)).isTrue();
        assertThat(rush.archive().fetchFinished().row(0).ys()).isEqualTo(LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "longer", "changed"})
    void aRowWithABrokenFileIsLeftOutWithAWarning(String how) throws IOException {
        List<String> keys = rush.tasks().pushFinished(List.of(SMALL, LARGE, SMALL), List.of(SMALL, SMALL, SMALL));
        Path file = large.files("tasks").get(0);
        byte[] content = Files.readAllBytes(file);
        damage(file, how);

        try (LogRecords log = LogRecords.of("io.rush.core.archive")) {
            assertThat(rush.archive().fetchFinished().keys()).containsExactly(keys.get(0), keys.get(2));
            assertThat(log.warnings()).hasSize(1).first().asString().contains(keys.get(1), "left out", file.toString());
        }
        Files.write(file, content);
        rush.archive().resetCache();
        assertThat(rush.archive().fetchFinished().keys()).isEqualTo(keys);
    }

    @Test
    void whoHasNoDirectoryIsToldSo() {
        String key = rush.tasks().push(LARGE);
        try (RushWorker worker = RushWorker.register(large.without().build())) {
            assertThat(worker.pop(Duration.ZERO)).isEmpty();
        }

        assertThat(rush.archive()
                        .fetchFailed(TaskField.CONDITION)
                        .row(0)
                        .condition()
                        .orElseThrow()
                        .message())
                .contains(key, "no directory is set here", "largeObjectDirectory");
    }

    @Test
    void namesOfUsersAreNeverTakenForAReference() {
        Map<String, Object> forged = Map.of("$large", Map.of("file", "../../etc/passwd", "bytes", 1L, "sha256", "0"));
        rush.tasks().push(forged);

        try (RushWorker worker = large.worker()) {
            assertThat(worker.pop(Duration.ZERO).orElseThrow().xs()).isEqualTo(forged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret", "/etc/passwd", "tasks/../../secret", "tasks/x.json"})
    void aReferenceThatLeadsOutOfTheDirectoryIsRefused(String file) {
        String key = rush.tasks().push(SMALL);
        String reference = "{\"$large\":{\"file\":\"" + file + "\",\"bytes\":1,\"sha256\":\"" + "0".repeat(64) + "\"}}";
        large.network.send("HSET", large.network.key("task:" + key), "xs", reference);

        try (RushWorker worker = large.worker()) {
            assertThat(worker.pop(Duration.ZERO)).isEmpty();
        }

        assertThat(large.field(key, "condition")).contains("$large is damaged", file);
        assertThatThrownBy(() -> new LargeObject(file, 1, "0".repeat(64))).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void storedObjectsComeBackAndTravelAsSmallReferences() {
        LargeObject object = rush.storeLargeObject(LARGE);
        LargeObject bytes = rush.storeLargeObject(new byte[] {1, 2, 3});
        assertThat(bytes.bytes()).isEqualTo(3);

        rush.tasks().push(Map.of("object", object, "nested", List.of(Map.of("bytes", bytes))));

        try (RushWorker worker = large.worker()) {
            Task task = worker.pop(Duration.ZERO).orElseThrow();
            assertThat(task.xs()).isEqualTo(Map.of("object", object, "nested", List.of(Map.of("bytes", bytes))));
            assertThat(worker.loadLargeObject(object)).isEqualTo(LARGE);
            assertThat(worker.loadLargeObject(bytes)).isEqualTo(new byte[] {1, 2, 3});
        }
        assertThat(large.files("objects")).hasSize(2);
    }

    @Test
    void aStoredObjectThatIsBrokenIsRefusedInWords() throws IOException {
        LargeObject object = rush.storeLargeObject("text");
        Path file = large.files("objects").get(0);
        Files.writeString(file, "\"taxt\"");
        assertThatThrownBy(() -> rush.loadLargeObject(object))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll(file.toString(), "changed");

        Files.delete(file);
        assertThatThrownBy(() -> rush.loadLargeObject(object)).hasMessageContainingAll(file.toString(), "missing");
    }

    @Test
    void aResetDeletesAllFilesOfItsNetworkAndNoOthers() throws IOException {
        rush.tasks().push(LARGE);
        rush.storeLargeObject(LARGE);
        Path crashed = large.files("tasks").get(0).resolveSibling("left.tmp");
        Files.writeString(crashed, "half");
        Path other = Files.createDirectories(directory.resolve("other/tasks")).resolve("file.json");
        Files.writeString(other, "{}");

        rush.reset();

        assertThat(large.allFiles()).containsExactly(other);
        assertThat(directory.resolve(large.network.id())).doesNotExist();
        assertThat(directory.resolve(".trash")).doesNotExist();
    }

    @Test
    void aResetOfDataKeepsStoredObjects() {
        rush.tasks().push(LARGE);
        LargeObject object = rush.storeLargeObject("kept");

        rush.resetData();

        assertThat(large.files("tasks")).isEmpty();
        assertThat(rush.loadLargeObject(object)).isEqualTo("kept");
    }

    @Test
    void theNextWriterDeletesWhatACrashLeftLongAgo() throws IOException {
        Path tasks =
                Files.createDirectories(directory.resolve(large.network.id()).resolve("tasks"));
        Path old = Files.writeString(tasks.resolve("old.tmp"), "half");
        Path young = Files.writeString(tasks.resolve("young.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        rush.tasks().push(LARGE);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() ->
                        Rush.connect(large.without().largeObjectDirectory(file).build()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(file.toString(), "largeObjectDirectory");
        assertThatThrownBy(() -> large.without().largeObjectLimitBytes(0).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("limit");
    }

    private static void damage(Path file, String how) throws IOException {
        switch (how) {
            case "missing" -> Files.delete(file);
            case "longer" -> Files.writeString(file, Files.readString(file) + " ");
            default -> Files.writeString(file, Files.readString(file).replace('7', '8'));
        }
    }
}
