package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rush.api.WorkerState;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskFunction;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.HangsWhenCreated;
import io.rush.it.loop.fixture.HangsWhenLoaded;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that takes longer than its timeout fails, whatever it does, and nothing of it goes on. */
abstract class TimeoutTests extends LoopTests {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    TimeoutTests(LoopContract loop) {
        super(loop);
    }

    @BeforeEach
    final void onlyForLoopsThatEnforceTimeouts() {
        assumeTrue(loop.enforcesTimeouts(), () -> "the loop '" + loop.loopName() + "' does not enforce timeouts");
    }

    @Test
    final void aTaskThatIsOverInTimeIsFinished() {
        start(doing());

        awaitFinished(rush().tasks()
                .push(List.of(inputs(Deed.ECHO)), PushOptions.none().timeout(LONG)));
    }

    @Test
    final void aTaskThatWaitsTooLongFails() {
        List<String> workers = start(doing());
        List<String> keys = pushWithTimeouts(Deed.ECHO, Deed.WAIT, Deed.ECHO);
        Visitor visitor = gate.awaitVisitor();

        await(keys);

        assertTimedOut(condition(keys.get(1)));
        visitor.awaitEnd();
        awaitFinished(List.of(keys.get(0), keys.get(2)));
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @Test
    final void aTaskThatIsDeafToInterruptsFailsAndIfIsolatedItsProcessesAreKilled() {
        start(doingApart().workers(isolated() ? 1 : 2));
        List<String> keys = pushWithTimeouts(Deed.ECHO, Deed.HANG, Deed.ECHO, Deed.ECHO);
        Visitor visitor = gate.awaitVisitor();
        Leftover child = new Leftover(Long.parseLong(visitor.note()));
        try {
            await(keys);

            assertTimedOut(condition(keys.get(1)));
            awaitFinished(Stream.of(0, 2, 3).map(keys::get).toList());
            if (isolated()) {
                new Leftover(visitor.processId()).awaitEnd(patience());
                child.awaitEnd(patience());
                assertThat(rush().workers().ids(WorkerState.RUNNING)).hasSize(1);
            }
        } finally {
            child.kill();
        }
    }

    @Test
    final void aFunctionThatIsNeverCreatedFailsEachTask() {
        assertNeverReady(HangsWhenCreated.class);
    }

    @Test
    final void aFunctionWhoseClassIsNeverLoadedFailsEachTask() {
        assertNeverReady(HangsWhenLoaded.class);
    }

    private void assertNeverReady(Class<? extends TaskFunction> function) {
        assumeTrue(isolated(), "functions are created in the worker's JVM, before it takes a task");
        List<String> workers = start(apart(function));
        List<String> keys = rush().tasks().push(points(2), PushOptions.none().timeout(SHORT));

        await(keys);

        keys.forEach(key -> assertTimedOut(condition(key)));
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    /** Deeds that would go on for ever get a short timeout. */
    private List<String> pushWithTimeouts(Deed... deeds) {
        List<Duration> timeouts =
                Stream.of(deeds).map(deed -> deed == Deed.ECHO ? LONG : SHORT).toList();
        return rush().tasks()
                .push(
                        Stream.of(deeds).map(LoopTests::inputs).toList(),
                        PushOptions.none().timeouts(timeouts));
    }

    private static void assertTimedOut(Condition condition) {
        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message()).as("tells the timeout").containsPattern("\\b1(\\.0+)?\\s*s|1000\\s*ms|PT1S");
    }
}
