package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerState;
import io.rush.api.task.FailureCause;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function leaves behind keeps neither its result nor its worker nor any JVM, and nothing outlives the worker. */
abstract class LeftoverTests extends LoopTests {
    LeftoverTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void aThreadThatStaysKeepsNoJvmAlive() {
        List<String> workers = start(doingApart());
        awaitFinished(push(Deed.THREAD, Deed.ECHO));
        Visitor visitor = gate.awaitVisitor();

        leave(workers);

        new Leftover(visitor.processId()).awaitEnd(patience());
    }

    @Test
    final void aProcessThatStaysKeepsNobodyWaitingAndIfIsolatedIsKilledInTheEnd() {
        List<String> workers = start(doingApart());
        List<String> keys = push(Deed.PROCESS, Deed.ECHO);
        awaitFinished(keys);
        Leftover process = new Leftover(Named.number(outputs(keys.get(0)), "pid"));
        try {
            leave(workers);

            if (isolated()) {
                process.awaitEnd(patience());
            }
        } finally {
            process.kill();
        }
    }

    @Test
    final void anEvaluationEndsWithItsWorkerThatIsKilled() {
        List<String> workers = start(doingApart());
        push(Deed.WAIT);
        Visitor visitor = gate.awaitVisitor();

        rush().workers().stop(StopMode.KILL, workers);

        new Leftover(visitor.processId()).awaitEnd(patience());
    }

    @Test
    final void anEvaluationEndsWithItsWorkerThatDies() {
        List<String> workers = start(doingApart());
        List<String> keys = push(Deed.WAIT);
        Visitor visitor = gate.awaitVisitor();

        processIds().forEach(id -> new Leftover(id).kill());

        new Leftover(visitor.processId()).awaitEnd(patience());
        await(keys);
        assertThat(condition(keys.get(0)).cause()).isEqualTo(FailureCause.LOST);
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    /** The worker leaves in order, and its JVM ends. */
    private void leave(List<String> workers) {
        List<Long> processIds = processIds();
        rush().workers().stop(StopMode.TERMINATE);
        rush().workers().awaitStopped(workers, patience());
        assertThat(rush().workers().allTerminated()).isTrue();
        processIds.forEach(id -> new Leftover(id).awaitEnd(patience()));
    }

    private List<Long> processIds() {
        return rush().workers().infos().stream()
                .map(WorkerInfo::processId)
                .map(id -> id.orElseThrow())
                .toList();
    }

    /** Where the flag is that of the worker's thread, it leaves, as it cannot be told from a wish of the controller's. */
    @Test
    final void aSetInterruptFlagCostsNoTask() {
        start(doingApart().workers(isolated() ? 1 : 2));
        List<String> keys = push(Deed.ECHO, Deed.INTERRUPT, Deed.ECHO, Deed.ECHO);

        awaitFinished(keys);

        assertThat(rush().workers().states().values())
                .contains(WorkerState.RUNNING)
                .isSubsetOf(
                        isolated()
                                ? List.of(WorkerState.RUNNING)
                                : List.of(WorkerState.RUNNING, WorkerState.TERMINATED));
    }
}
