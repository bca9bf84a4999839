package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.StopMode;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskState;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.Echo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a worker leaves, and what becomes of its tasks. */
abstract class LeavingTests extends LoopTests {
    LeavingTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void aWorkerThatIsAskedToLeaveFinishesItsTaskAndTakesNoOther() {
        assertFinishesWhatItHasBegun(doing());
    }

    @Test
    final void tasksThatWereReservedAndHaveNotBegunGoBackToTheQueue() {
        assertFinishesWhatItHasBegun(doing().prefetch(8));
    }

    private void assertFinishesWhatItHasBegun(WorkerSpec spec) {
        List<String> workers = start(spec);
        List<String> first = push(Deed.WAIT);
        Visitor visitor = gate.awaitVisitor();
        List<String> waiting = push(Deed.ECHO, Deed.ECHO, Deed.ECHO);

        rush().workers().stop(StopMode.TERMINATE, workers);
        visitor.letGo();
        rush().workers().awaitStopped(workers, patience());

        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
        assertThat(rush().tasks().states(first).values()).containsOnly(TaskState.FINISHED);
        assertThat(rush().tasks().states(waiting).values()).isSubsetOf(TaskState.FINISHED, TaskState.QUEUED);
    }

    @Test
    final void anIdleWorkerLeavesWhenItIsAskedTo() {
        List<String> workers = start(spec(Echo.class).workers(2));
        awaitFinished(push(points(2)));

        rush().workers().stop(StopMode.TERMINATE);
        rush().workers().awaitStopped(workers, patience());

        assertThat(rush().workers().allTerminated()).isTrue();
    }

    @Test
    final void workersLeaveOnceNoTaskIsQueuedIfThePushAskedForIt() {
        List<String> workers = start(spec(Echo.class).workers(2));

        List<String> keys = rush().tasks().push(points(10), PushOptions.none().terminateWorkers(true));
        rush().workers().awaitStopped(workers, patience());

        assertThat(rush().tasks().states(keys).values()).hasSize(10).containsOnly(TaskState.FINISHED);
        assertThat(rush().workers().allTerminated()).isTrue();
    }

    @Test
    final void aWorkerThatIsKilledFailsItsTaskAndEndsTheEvaluation() {
        List<String> workers = start(doing());
        List<String> keys = push(Deed.WAIT);
        Visitor visitor = gate.awaitVisitor();

        rush().workers().stop(StopMode.KILL, workers);

        visitor.awaitEnd();
        assertThat(rush().tasks().states(keys)).isEqualTo(Map.of(keys.get(0), TaskState.FAILED));
        assertThat(condition(keys.get(0)).cause()).isEqualTo(FailureCause.KILLED);
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
    }
}
