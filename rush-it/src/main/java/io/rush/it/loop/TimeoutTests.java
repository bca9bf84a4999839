package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rush.api.WorkerState;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskState;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.HangsWhenCreated;
import io.rush.it.loop.fixture.HangsWhenLoaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
        Overdue overdue = pushUntilTheSecondBegins(Deed.ECHO, Deed.WAIT, Deed.ECHO);

        await(overdue.keys());

        assertTimedOut(condition(overdue.key()), overdue.timeout());
        overdue.visitor().awaitEnd();
        awaitFinished(overdue.others());
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @Test
    final void aTaskThatIsDeafToInterruptsFailsAndIfIsolatedItsProcessesAreKilled() {
        start(doingApart().workers(isolated() ? 1 : 2));
        Overdue overdue = pushUntilTheSecondBegins(Deed.ECHO, Deed.HANG, Deed.ECHO, Deed.ECHO);
        Leftover child = new Leftover(Long.parseLong(overdue.visitor().note()));
        try {
            await(overdue.keys());

            assertTimedOut(condition(overdue.key()), overdue.timeout());
            awaitFinished(overdue.others());
            if (isolated()) {
                new Leftover(overdue.visitor().processId()).awaitEnd(patience());
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

        keys.forEach(key -> assertTimedOut(condition(key), SHORT));
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    /** Pushes again, with a longer timeout, where the time was over before the second task had begun: isolation may take its time. */
    private Overdue pushUntilTheSecondBegins(Deed... deeds) {
        Duration timeout = SHORT;
        while (true) {
            List<String> keys = pushWithTimeouts(timeout, deeds);
            Optional<Visitor> visitor = gate.awaitVisitorUnless(() -> isFailed(keys.get(1)));
            if (visitor.isPresent()) {
                return new Overdue(keys, timeout, visitor.get());
            }
            assertTimedOut(condition(keys.get(1)), timeout);
            timeout = timeout.multipliedBy(2);
            assertThat(timeout).as("time for a function to begin").isLessThan(patience());
        }
    }

    private boolean isFailed(String key) {
        return rush().tasks().states(List.of(key)).containsValue(TaskState.FAILED);
    }

    /** The second would go on for ever. */
    private List<String> pushWithTimeouts(Duration ofTheSecond, Deed... deeds) {
        List<Duration> timeouts = new ArrayList<>(Collections.nCopies(deeds.length, LONG));
        timeouts.set(1, ofTheSecond);
        return rush().tasks()
                .push(
                        Stream.of(deeds).map(LoopTests::inputs).toList(),
                        PushOptions.none().timeouts(timeouts));
    }

    private static void assertTimedOut(Condition condition, Duration timeout) {
        long seconds = timeout.toSeconds();
        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message())
                .as("tells the timeout")
                .containsPattern("\\b%d(\\.0+)?\\s*s|%d000\\s*ms|PT%dS".formatted(seconds, seconds, seconds));
    }

    /**
     * Tasks of which the second has begun and does not end by itself.
     *
     * @param timeout that of the second
     * @param visitor the second
     */
    private record Overdue(List<String> keys, Duration timeout, Visitor visitor) {
        String key() {
            return keys.get(1);
        }

        List<String> others() {
            return keys.stream().filter(other -> !other.equals(key())).toList();
        }
    }
}
