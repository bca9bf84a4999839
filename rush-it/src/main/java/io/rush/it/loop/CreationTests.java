package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rush.api.RushConfig;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.WorkerException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskState;
import io.rush.it.loop.fixture.ThrowsWhenCreated;
import io.rush.it.loop.fixture.ThrowsWhenLoaded;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A function that cannot be created: where it is isolated, each task says why; otherwise the worker says why and is lost
 * before it takes a task.
 */
abstract class CreationTests extends LoopTests {
    CreationTests(LoopContract loop) {
        super(loop);
    }

    @Override
    final RushConfig.Builder settings(RushConfig.Builder config) {
        return config.classLoader(new PrivateFunction(RushConfig.of("kit").classLoader()));
    }

    @Test
    final void aConstructorThatThrowsIsTold() {
        assertTold(ThrowsWhenCreated.class, "no model file");
    }

    @Test
    final void aStaticInitialiserThatThrowsIsTold() {
        assertTold(ThrowsWhenLoaded.class, "no number");
    }

    private void assertTold(Class<? extends TaskFunction> function, String words) {
        if (isolated()) {
            assertFailsEachTask(spec(function), function.getName(), words);
        } else {
            assertLosesTheWorker(function, words);
        }
    }

    @Test
    final void aClassThatOnlyTheWorkerHasIsTold() {
        assumeTrue(isolated(), "there is no other JVM that could lack the class");
        WorkerSpec spec = WorkerSpec.ofFunction(PrivateFunction.NAME)
                .loopName(loop.loopName())
                .loopOptions(loop.loopOptions())
                .kind(WorkerKind.THREAD);

        assertFailsEachTask(spec, PrivateFunction.NAME);
    }

    private void assertFailsEachTask(WorkerSpec spec, String... words) {
        List<String> workers = start(spec);
        List<String> keys = push(points(2));

        await(keys);

        for (String key : keys) {
            Condition condition = condition(key);
            assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
            assertThat(condition.message()).contains(words);
        }
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    private void assertLosesTheWorker(Class<? extends TaskFunction> function, String words) {
        List<String> keys = push(points(2));
        List<String> workers = start(apart(function).awaitStart(false));
        rush().workers().awaitStopped(workers, patience());

        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
        assertThatThrownBy(() -> rush().workers().await(workers, patience()))
                .isInstanceOf(WorkerException.class)
                .hasMessageContainingAll(workers.get(0), function.getName(), words);
        assertThat(rush().tasks().await(keys, patience())).isEqualTo(AwaitOutcome.NO_WORKERS);
        assertThat(rush().tasks().states(keys).values()).containsOnly(TaskState.QUEUED);
    }
}
