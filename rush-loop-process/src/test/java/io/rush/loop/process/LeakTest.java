package io.rush.loop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskResult;
import io.rush.loop.process.fixture.Functions;
import io.rush.loop.process.fixture.Tasks;
import io.rush.loop.process.fixture.TestLoopContext;
import io.rush.loop.process.fixture.TestWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker has after many tasks that it did not have before. */
class LeakTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Bytes that classes and caches of the JVM may have taken meanwhile: 200 for each of ten thousand tasks. */
    private static final long HEAP_OF_OTHERS = 2_000_000;

    private final String temporary = System.getProperty("java.io.tmpdir");

    @BeforeEach
    void useADirectoryOfItsOwn(@TempDir Path directory) {
        System.setProperty("java.io.tmpdir", directory.toString());
    }

    @AfterEach
    void useThatOfAllAgain() {
        System.setProperty("java.io.tmpdir", temporary);
    }

    @Test
    void tenThousandTasksOfOneChildLeaveNothingBehind() throws Exception {
        run(1, Map.of("tasksPerChild", 0L));
        Holdings before = Holdings.now();

        run(10_000, Map.of("tasksPerChild", 0L));

        assertNothingIsLeft(before);
    }

    @Test
    void manyFreshChildrenLeaveNothingBehind() throws Exception {
        run(2, Map.of());
        Holdings before = Holdings.now();

        run(60, Map.of());

        assertNothingIsLeft(before);
    }

    private static Set<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void run(int tasks, Map<String, Object> options) throws Exception {
        TestWorker worker = new TestWorker(Tasks.numbered(tasks));
        new ProcessLoopProvider()
                .create(new TestLoopContext(worker.handle(), Functions.Obedient.class.getName(), options))
                .run(worker.handle());
        assertThat(worker.results()).hasSize(tasks).allMatch(TaskResult.Finished.class::isInstance);
    }

    /** Threads end a moment after what they wait for, and files are closed by then. */
    private static void assertNothingIsLeft(Holdings before) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Holdings now = Holdings.now();
            assertThat(now.threads()).isSubsetOf(before.threads());
            assertThat(now.handles()).isLessThanOrEqualTo(before.handles());
            assertThat(now.processes()).isLessThanOrEqualTo(before.processes());
            assertThat(now.directories()).isEqualTo(before.directories());
            assertThat(now.heap()).isLessThanOrEqualTo(before.heap() + HEAP_OF_OTHERS);
        });
    }

    /**
     * What this JVM has.
     *
     * @param threads names of the loop's threads
     * @param handles open files and sockets
     * @param processes living descendants
     * @param directories private directories of children
     * @param heap bytes that are reachable
     */
    private record Holdings(Set<String> threads, long handles, long processes, Set<String> directories, long heap) {
        static Holdings now() throws IOException {
            Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("rush-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
                return new Holdings(
                        threads,
                        handles.count(),
                        ProcessHandle.current().descendants().count(),
                        namesIn(Path.of(System.getProperty("java.io.tmpdir"))),
                        reachable());
            }
        }

        private static long reachable() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
