package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.WorkerState;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.Doing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves the JVM sound fails the task in words, and the worker goes on. */
abstract class FailureTests extends LoopTests {
    FailureTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void anExceptionFailsTheTaskWithItsMessageClassAndCauses() {
        Condition condition = conditionOf(Deed.THROW);

        assertThat(condition.message()).contains("no data");
        assertThat(condition.errorClass()).hasValue("java.io.IOException");
        assertThat(condition.stackTrace().orElse(""))
                .contains("java.io.IOException: no data", "java.lang.IllegalStateException: disk is full")
                .contains(Doing.class.getName());
    }

    @Test
    final void anAssertionErrorFailsTheTask() {
        Condition condition = conditionOf(Deed.ASSERT);

        assertThat(condition.message()).contains("not sound");
        assertThat(condition.errorClass()).hasValue("java.lang.AssertionError");
    }

    @Test
    final void aStackOverflowFailsTheTask() {
        Condition condition = conditionOf(Deed.OVERFLOW);

        assertThat(condition.errorClass()).hasValue("java.lang.StackOverflowError");
    }

    @Test
    final void outputsThatAreNullFailTheTaskInWords() {
        assertThat(conditionOf(Deed.NULL).message()).contains("null", Doing.class.getName());
    }

    @Test
    final void outputsThatCannotBeStoredFailTheTaskWithThePathOfTheValue() {
        assertThat(conditionOf(Deed.OBJECT).message()).contains("model[0]");
    }

    /** What a task failed of among others that are finished, all by one worker. */
    private Condition conditionOf(Deed deed) {
        List<String> workers = start(doing());
        List<String> keys = push(Deed.ECHO, deed, Deed.ECHO);

        await(keys);

        Condition condition = condition(keys.get(1));
        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        awaitFinished(List.of(keys.get(0), keys.get(2)));
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
        return condition;
    }
}
