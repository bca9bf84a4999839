package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskFunction;
import io.rush.core.launch.RecordingRegistry.Departure;
import io.rush.core.workload.WorkloadLoaderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalThreadsTest {
    private final RecordingRegistry registry = new RecordingRegistry();
    private final LocalWorkers workers = Fixtures.threads(registry, Fixtures.only(new Fixtures.NamedLoop("inprocess")));

    @Test
    void aLoopThatReturnsLeavesTheNetwork() throws Exception {
        List<String> ids = start(worker -> {});

        assertThat(registry.nextDeparture())
                .isEqualTo(new Departure(ids.get(0), WorkerState.TERMINATED, "terminate", true));
        assertThat(registry.nextDeparture().message()).isEqualTo("close");
        assertThat(workers.failureOf(ids.get(0))).isEmpty();
    }

    @Test
    void aLoopThatThrowsIsReportedLost() throws Exception {
        List<String> ids = start(worker -> {
            throw new IllegalStateException("no data");
        });

        Departure first = registry.nextDeparture();
        assertThat(first.state()).isEqualTo(WorkerState.LOST);
        assertThat(first.message()).contains("crashed", "IllegalStateException: no data");
        assertThat(workers.failureOf(ids.get(0)).orElseThrow())
                .hasMessageContaining("no data")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void anErrorThatBreaksTheLoopIsReportedLost() throws Exception {
        start(worker -> {
            throw new OutOfMemoryError("not really");
        });

        assertThat(registry.nextDeparture().message()).contains("OutOfMemoryError: not really");
    }

    @Test
    void aKilledThreadIsInterruptedAfterItLeftTheNetwork() throws Exception {
        CompletableFuture<String> interrupted = new CompletableFuture<>();
        CountDownLatch running = new CountDownLatch(1);
        List<String> ids = start(worker -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException killed) {
                interrupted.complete(worker.workerId());
                throw killed;
            }
        });
        assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();

        workers.kill(ids, "enough");

        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isEqualTo(ids.get(0));
        assertThat(registry.nextDeparture()).isEqualTo(new Departure(ids.get(0), WorkerState.KILLED, "enough", true));
        while (workers.endOf(ids.get(0)).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(registry.nobodyLeft()).isTrue();
        assertThat(workers.failureOf(ids.get(0))).isEmpty();
    }

    @Test
    void aThreadThatCannotConnectIsReportedLost() throws Exception {
        StoreException refused = new StoreException("PING", true, "connection refused", null);
        LocalWorkers unconnected = new LocalWorkers(
                registry,
                new io.rush.core.codec.JsonValues(),
                new ThreadLauncher(
                        (id, arguments, whenGone) -> {
                            throw refused;
                        },
                        new io.rush.core.codec.JsonValues(),
                        Fixtures.only(new Fixtures.NamedLoop("inprocess")),
                        getClass().getClassLoader(),
                        Fixtures.NOTHING_LARGE),
                new ProcessLauncher(
                        "net",
                        Optional.empty(),
                        CrashingWorker.class,
                        Fixtures.NamedLoop::new,
                        new io.rush.core.codec.JsonValues()));

        List<String> ids = unconnected.start(threads(worker -> {}));

        assertThat(registry.nextDeparture().message()).contains("connection refused");
        assertThat(unconnected.failureOf(ids.get(0)).orElseThrow()).hasCause(refused);
    }

    @Test
    void aLoopProviderSeesTheFunctionAndTheTask() throws Exception {
        CompletableFuture<Map<String, ?>> result = new CompletableFuture<>();
        TaskFunction function = (xs, context) -> Map.of(
                "key", context.taskKey(),
                "worker", context.workerId(),
                "constants", context.constants(),
                "globals", context.globals(),
                "seed", context.seed().orElseThrow(),
                "timeout", context.timeout().orElseThrow(),
                "retries", context.retries(),
                "point", context.toMap(context.toRecord(xs, Point.class)));
        WorkerSpec spec = WorkerSpec.of(function)
                .kind(WorkerKind.THREAD)
                .constants(Map.of("c", 1))
                .globals(Map.of("g", new Point(2)))
                .loopProvider(new OneTask(result));

        List<String> ids = workers.start(spec);

        Map<String, Object> expected = Map.of(
                "key", "t1",
                "worker", ids.get(0),
                "constants", Map.of("c", 1L),
                "globals", Map.of("g", Map.of("x", 2.0)),
                "seed", OneTask.SEED,
                "timeout", Duration.ofSeconds(3),
                "retries", 2,
                "point", Map.of("x", 4.0));
        assertThat(result.get(1, TimeUnit.MINUTES)).isEqualTo(expected);
    }

    @Test
    void anUnknownLoopIsRefused() {
        WorkerSpec spec = WorkerSpec.of(WorkloadLoaderTest.Good.class)
                .kind(WorkerKind.THREAD)
                .loopName("missing");

        assertThatThrownBy(() -> workers.start(spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing");
        assertThat(registry.announced).isEmpty();
    }

    @Test
    void jvmOptionsAreRefused() {
        WorkerSpec spec = threads(worker -> {}).jvmOptions(List.of("-Xmx1g"));

        assertThatThrownBy(() -> workers.start(spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WorkerKind.PROCESS");
    }

    private List<String> start(WorkerLoop loop) {
        return workers.start(threads(loop));
    }

    private static WorkerSpec threads(WorkerLoop loop) {
        return WorkerSpec.ofLoop(loop).kind(WorkerKind.THREAD);
    }

    /** Inputs and globals of a test. */
    record Point(double x) {}

    /** Evaluates one task that never was in a queue. */
    record OneTask(CompletableFuture<Map<String, ?>> result) implements LoopProvider {
        static final Seed SEED = Seed.of(10407, 1, 2, 3, 4, 5, 6);

        @Override
        public String name() {
            return "one-task";
        }

        @Override
        public WorkerLoop create(LoopContext context) {
            Task task = new Task(
                    "t1",
                    Map.of("x", 4L),
                    Map.of(),
                    Optional.of(SEED),
                    Optional.of(Duration.ofSeconds(3)),
                    OptionalInt.empty(),
                    2);
            return worker -> {
                try {
                    result.complete(context.function().evaluate(task.xs(), context.contextOf(task)));
                } catch (Exception thrown) {
                    result.completeExceptionally(thrown);
                }
            };
        }
    }
}
