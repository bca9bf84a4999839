package io.rush.loop.process.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Task;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskResult;
import io.rush.loop.process.fixture.Functions;
import io.rush.loop.process.fixture.Tasks;
import io.rush.loop.process.fixture.TestLoopContext;
import io.rush.loop.process.fixture.TestWorker;
import io.rush.loop.process.option.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations in real child JVMs. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class IsolatedEvaluationTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TestWorker worker = new TestWorker(List.of());
    private final List<IsolatedEvaluation> opened = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        opened.forEach(IsolatedEvaluation::close);
    }

    @Test
    void eachTaskHasAChildOfItsOwnUnlessTheOptionSaysOtherwise() throws Exception {
        assertThat(pids(open(Map.of()), 3)).doesNotHaveDuplicates().doesNotContain(ownPid());
        assertThat(pids(open(Map.of("spare", false)), 2)).doesNotHaveDuplicates();
    }

    @Test
    void aChildIsReplacedAfterAsManyTasksAsTheOptionSays() throws Exception {
        List<Long> pids = pids(open(Map.of("tasksPerChild", 2L)), 5);

        assertThat(pids.get(0)).isEqualTo(pids.get(1)).isNotEqualTo(pids.get(2));
        assertThat(pids.get(2)).isEqualTo(pids.get(3)).isNotEqualTo(pids.get(4));
    }

    @Test
    void aChildForAllTasksOutlivesExceptionsAndInterruptions() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L));
        long before = pid(evaluation);

        Condition thrown = failure(evaluation, "throw");
        finished(evaluation.of(task("interrupt")));

        assertThat(thrown.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(thrown.message()).isEqualTo("on demand");
        assertThat(thrown.errorClass()).contains("java.lang.IllegalStateException");
        assertThat(thrown.stackTrace().orElseThrow()).contains("Caused by: java.io.IOException: deep down");
        assertThat(pid(evaluation)).isEqualTo(before);
    }

    @Test
    void aChildThatRanOutOfMemorySaysSoAndGetsNoOtherTask() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L, "heap", "24m"));
        long before = pid(evaluation);

        Condition condition = failure(evaluation, "exhaust");

        assertThat(condition.message()).contains("out of memory").contains("heap");
        assertThat(pid(evaluation)).isNotEqualTo(before);
    }

    @Test
    void aTimeoutSaysThatTheFunctionTookTooLong() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L));
        long before = pid(evaluation);

        Condition condition = failed(evaluation.of(task("hang", SHORT)));

        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message()).contains("0.3 seconds").contains("while it evaluated the function");
        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(pid(evaluation)).isNotEqualTo(before);
    }

    @Test
    void aTimeoutSaysThatTheOutputsTookTooLong() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of());
        evaluation.prepare();

        Condition condition = failed(evaluation.of(task("hang-while-sending", Duration.ofSeconds(5))));

        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message()).contains("5.0 seconds").contains("while it sent the outputs");
    }

    @Test
    void aTimeoutSaysThatTheStartTookTooLong() throws Exception {
        IsolatedEvaluation evaluation = open(Functions.HangsWhenCreated.class, Map.of());

        Condition condition = failed(evaluation.of(task("nothing", SHORT)));

        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message()).contains("0.3 seconds").contains("while it was starting");
    }

    @Test
    void aTaskInTimeIsNotHurtByItsTimeout() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L));

        List<Object> pids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pids.add(finished(evaluation.of(task("nothing", LONG))).get("pid"));
        }
        pids.add(finished(evaluation.of(task("nothing", Duration.ofSeconds(Long.MAX_VALUE))))
                .get("pid"));

        assertThat(pids).containsOnly(pids.get(0));
    }

    @Test
    void withoutATimeoutAStartThatTakesTooLongFailsItsTask() throws Exception {
        IsolatedEvaluation evaluation = open(Functions.HangsWhenCreated.class, Map.of("startTimeout", 0.2));

        Condition condition = failure(evaluation, "nothing");

        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(condition.message())
                .contains("startTimeout")
                .contains("0.2 seconds")
                .contains("while it was starting");
    }

    @Test
    void aFunctionThatCannotBeCreatedFailsItsTasks() throws Exception {
        IsolatedEvaluation evaluation = open(Functions.ThrowsWhenCreated.class, Map.of());
        evaluation.prepare();

        for (int i = 0; i < 2; i++) {
            Condition condition = failure(evaluation, "nothing");
            assertThat(condition.message()).contains("cannot create the function");
            assertThat(condition.stackTrace().orElseThrow()).contains("not today");
        }
    }

    @Test
    void aFunctionThatEndsItsJvmWhenCreatedFailsItsTasks() throws Exception {
        IsolatedEvaluation evaluation = open(Functions.ExitsWhenCreated.class, Map.of());
        evaluation.prepare();

        for (int i = 0; i < 2; i++) {
            assertThat(failure(evaluation, "nothing").message())
                    .contains("while it was starting")
                    .contains("exit code 5");
        }
    }

    @Test
    void aJvmThatDoesNotStartSaysWhy() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("jvmOptions", List.of("-XX:+NoSuchThing")));

        assertThat(failure(evaluation, "nothing").message())
                .contains("while it was starting")
                .contains("exit code 1")
                .contains("NoSuchThing");
    }

    @Test
    void aWorkingDirectoryThatIsMissingFailsTheTaskInWords() throws Exception {
        String missing = directory.resolve("missing").toString();
        IsolatedEvaluation evaluation = open(Map.of("workingDirectory", missing));
        evaluation.prepare();

        assertThat(failure(evaluation, "nothing").message())
                .contains("no child JVM can be started")
                .contains(missing);
    }

    @Test
    void anEndWithoutAWordIsReportedWithTheEndOfStandardError() throws Exception {
        assertThat(failure(open(Map.of()), "say").message())
                .contains("while it evaluated the function")
                .contains("exit code 3")
                .contains("said to standard error")
                .doesNotContain("said to standard output");
    }

    @Test
    void theNextChildIsReadyBeforeThePresentOneIsDone() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of());
        List<ProcessHandle> during = new ArrayList<>();

        long first = whileItWaits(
                evaluation,
                () -> Awaitility.await().atMost(LONG).until(() -> {
                    during.clear();
                    ProcessHandle.current().children().filter(this::isChildJvm).forEach(during::add);
                    return during.size() == 2;
                }));
        long second = pid(evaluation);

        assertThat(during.stream().map(ProcessHandle::pid)).containsExactlyInAnyOrder(first, second);
    }

    private boolean isChildJvm(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    @Test
    void aSpareThatDiedWhileItWaitedIsReplacedAndFailsNoTask() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of());
        AtomicReference<ProcessHandle> spare = new AtomicReference<>();

        long first = whileItWaits(
                evaluation,
                () -> Awaitility.await().atMost(LONG).until(() -> {
                    List<ProcessHandle> children = ProcessHandle.current()
                            .children()
                            .filter(this::isChildJvm)
                            .toList();
                    // The younger one.
                    children.stream()
                            .max(java.util.Comparator.comparing(
                                    process -> process.info().startInstant().orElseThrow()))
                            .ifPresent(spare::set);
                    return children.size() == 2;
                }));
        ProcessHandle victim = spare.get();
        victim.destroyForcibly();
        victim.onExit().join();

        assertThat(pid(evaluation)).isNotEqualTo(first).isNotEqualTo(victim.pid());
    }

    /** Evaluates a task that is under way until the action is over; returns the child's process id. */
    private long whileItWaits(IsolatedEvaluation evaluation, Runnable action) throws Exception {
        Path file = directory.resolve("go-on");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<TaskResult> result = thread.submit(
                    () -> evaluation.of(Tasks.of("k", Map.of("do", "wait-for", "file", file.toString()))));
            Awaitility.await().atMost(LONG).until(() -> Files.exists(Path.of(file + ".begun")));
            action.run();
            Files.createFile(file);
            return (long) finished(result.get()).get("pid");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whatAFreshChildLeftBehindIsKilled() throws Exception {
        long started = (long) finished(open(Map.of()).of(task("start-process"))).get("started");

        awaitGone(started);
    }

    @Test
    void whatAChildForAllTasksLeftBehindIsKilledWhenItIsRetired() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 2L));
        long first = (long) finished(evaluation.of(task("start-process"))).get("started");
        assertThat(ProcessHandle.of(first)).isPresent();

        evaluation.of(task("nothing"));

        awaitGone(first);
    }

    @Test
    void whatAChildStartedIsKilledAlsoIfTheChildEndedFirst() throws Exception {
        Path file = directory.resolve("pid");

        Condition condition = failed(
                open(Map.of()).of(Tasks.of("k", Map.of("do", "start-process-and-exit", "file", file.toString()))));

        assertThat(condition.message()).contains("exit code 7");
        awaitGone(Long.parseLong(Files.readString(file)));
    }

    private static void awaitGone(long pid) {
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void anInterruptionEndsTheEvaluationAndItsChild() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of());
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread loop = new Thread(() -> {
            try {
                evaluation.of(Tasks.of(
                        "k",
                        Map.of(
                                "do",
                                "wait-for",
                                "file",
                                directory.resolve("never").toString())));
            } catch (Throwable interruption) {
                thrown.set(interruption);
                Thread.currentThread().interrupt();
            }
            evaluation.close();
            over.countDown();
        });
        loop.start();
        Awaitility.await().atMost(LONG).until(() -> Files.exists(directory.resolve("never.begun")));

        loop.interrupt();
        over.await();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().children().filter(this::isChildJvm)).isEmpty();
    }

    @Test
    void whatWasLoggedBeforeTheFunctionReturnedIsThereBeforeTheResult() throws Exception {
        finished(open(Map.of()).of(Tasks.of("k", Map.of("do", "log", "entries", 100L))));

        assertThat(worker.log()).hasSize(100);
        assertThat(worker.log().get(99)).startsWith("entry 99 ");
    }

    @Test
    void aFloodOfLogEntriesIsDroppedInPartAndSaysSo() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("heap", "32m"));

        finished(evaluation.of(Tasks.of("k", Map.of("do", "log", "entries", 200_000L))));

        assertThat(worker.log()).hasSizeGreaterThan(500);
        long arrived =
                worker.log().stream().filter(entry -> entry.startsWith("entry")).count();
        long told = worker.log().stream()
                .filter(entry -> entry.contains("log entries of a child JVM were dropped"))
                .mapToLong(entry -> Long.parseLong(entry.substring(0, entry.indexOf(' '))))
                .sum();
        assertThat(arrived + told).isEqualTo(200_000);
    }

    @Test
    void outputsThatCannotBeStoredNameThePath() throws Exception {
        assertThat(failure(open(Map.of()), "unstorable").message())
                .contains("cannot be stored")
                .contains("ys.y.part");
    }

    @Test
    void outputsAboveTheLimitFailTheirTaskAlone() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L, "resultLimit", 1_000_000L));
        long before = pid(evaluation);

        Condition condition = failed(evaluation.of(Tasks.of("k", Map.of("do", "large", "bytes", 1_000_001L))));
        Map<String, ?> withinLimit = finished(evaluation.of(Tasks.of("k", Map.of("do", "large", "bytes", 900_000L))));

        assertThat(condition.message()).contains("resultLimit").contains("1000000");
        assertThat((byte[]) withinLimit.get("y")).hasSize(900_000);
        assertThat(pid(evaluation)).isEqualTo(before);
    }

    @Test
    void optionsReachTheChild() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of(
                "tasksPerChild",
                0L,
                "jvmOptions",
                List.of("-Dshape=round"),
                "environment",
                Map.of("COLOUR", "blue"),
                "workingDirectory",
                directory.toString()));

        assertThat(text(evaluation, "property", "shape")).isEqualTo("round");
        assertThat(text(evaluation, "environment", "COLOUR")).isEqualTo("blue");
        assertThat(text(evaluation, "property", "user.dir"))
                .isEqualTo(directory.toRealPath().toString());
    }

    private static String text(IsolatedEvaluation evaluation, String what, String name) throws Exception {
        return (String) finished(evaluation.of(Tasks.of("k", Map.of("do", what, "name", name))))
                .get("y");
    }

    @Test
    void aTaskThatCannotTravelFailsAlone() throws Exception {
        IsolatedEvaluation evaluation = open(Map.of("tasksPerChild", 0L));
        long before = pid(evaluation);
        Map<String, Object> untransportable = new HashMap<>();
        untransportable.put("x", new Object());

        Condition condition = failed(evaluation.of(Tasks.of("k", untransportable)));

        assertThat(condition.message()).contains("cannot travel").contains("xs.x");
        assertThat(pid(evaluation)).isEqualTo(before);
    }

    private static long ownPid() {
        return ProcessHandle.current().pid();
    }

    private static List<Long> pids(IsolatedEvaluation evaluation, int number) throws Exception {
        List<Long> pids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            pids.add(pid(evaluation));
        }
        return pids;
    }

    private static long pid(IsolatedEvaluation evaluation) throws Exception {
        return (long) finished(evaluation.of(task("nothing"))).get("pid");
    }

    private static Condition failure(IsolatedEvaluation evaluation, String what) throws Exception {
        return failed(evaluation.of(task(what)));
    }

    private static Condition failed(TaskResult result) {
        assertThat(result).isInstanceOf(TaskResult.Failed.class);
        return ((TaskResult.Failed) result).condition();
    }

    private static Map<String, ?> finished(TaskResult result) {
        assertThat(result).isInstanceOf(TaskResult.Finished.class);
        return ((TaskResult.Finished) result).ys();
    }

    private static Task task(String what) {
        return Tasks.of("k", Map.of("do", what));
    }

    private static Task task(String what, Duration timeout) {
        return Tasks.of("k", Map.of("do", what), timeout);
    }

    private IsolatedEvaluation open(Map<String, Object> options) {
        return open(Functions.Obedient.class, options);
    }

    private IsolatedEvaluation open(Class<? extends TaskFunction> function, Map<String, Object> options) {
        IsolatedEvaluation evaluation = new IsolatedEvaluation(
                new TestLoopContext(worker.handle(), function.getName(), options), Options.of(options));
        opened.add(evaluation);
        return evaluation;
    }
}
