package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.WorkerSpec;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.it.loop.fixture.Echo;
import io.rush.it.loop.fixture.Persisting;
import io.rush.it.loop.fixture.Tallying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every task is evaluated, and none more often than it should. */
abstract class TaskTests extends LoopTests {
    private static final int MANY = 500;
    /** Some loops start a JVM for each task. */
    private static final int MANY_ISOLATED = 20;

    private static final RetryPolicy AT_ONCE =
            RetryPolicy.on(FailureCause.ERROR).firstDelay(Duration.ZERO).maxRetries(2);

    TaskTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void manyTasksAreEachEvaluatedOnceByTwoWorkers() throws IOException {
        assertEachOnce(tallying().workers(2));
    }

    @Test
    final void manyTasksAreEachEvaluatedOnceWithAPrefetch() throws IOException {
        assertEachOnce(tallying().prefetch(16));
    }

    private WorkerSpec tallying() {
        return spec(Tallying.class).constants(Map.of(Tallying.FILE, tally().toString()));
    }

    private Path tally() {
        return directory.resolve("tally");
    }

    private void assertEachOnce(WorkerSpec spec) throws IOException {
        start(spec);
        List<String> keys = push(points(isolated() ? MANY_ISOLATED : MANY));

        awaitFinished(keys);

        assertThat(Files.readAllLines(tally())).as("evaluated tasks").containsExactlyInAnyOrderElementsOf(keys);
        assertThat(rush().tasks().counts().finished()).isEqualTo(keys.size());
        assertThat(rush().archive().fetchFinished().rows())
                .allSatisfy(row -> assertThat(row.ys()).isEqualTo(row.xs()));
    }

    @Test
    final void anIdleWorkerIsWokenByTheNextPush() {
        start(spec(Echo.class));
        awaitFinished(push(points(1)));

        awaitFinished(push(points(1)));

        assertThat(rush().tasks().counts().finished()).isEqualTo(2);
    }

    @Test
    final void theQueueOfTheWorkerItselfIsWorkedOff() {
        List<String> workers = start(spec(Echo.class));

        awaitFinished(rush().tasks().pushPriority(workers.get(0), points(3)));
    }

    @Test
    final void aTaskThatFailsIsRetriedAsItsPolicySays() {
        start(spec(Persisting.class));
        List<String> keys = rush().tasks()
                .push(
                        List.of(
                                Map.of(Persisting.AFTER, 0L),
                                Map.of(Persisting.AFTER, 2L),
                                Map.of(Persisting.AFTER, 3L)),
                        PushOptions.none().retryPolicy(AT_ONCE));

        await(keys);

        assertThat(outputs(keys.get(0))).isEqualTo(Map.of("retries", 0L));
        assertThat(outputs(keys.get(1))).isEqualTo(Map.of("retries", 2L));
        assertThat(condition(keys.get(2)).message()).contains("attempt 2");
    }
}
