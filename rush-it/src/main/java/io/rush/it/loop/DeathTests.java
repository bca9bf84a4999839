package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.WorkerState;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskRow;
import io.rush.it.loop.fixture.Deed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What ends the JVM of the function costs one task, and says how it ended. Where the JVM is the worker's, that is lost, and
 * another does what is left.
 */
abstract class DeathTests extends LoopTests {
    DeathTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void exitOfTheJvmCostsOneTaskWhichTellsTheExitCode() {
        assertCostsOneTask(Deed.EXIT, "exit code 7\\b");
    }

    @Test
    final void haltOfTheJvmCostsOneTaskWhichTellsTheExitCode() {
        assertCostsOneTask(Deed.HALT, "exit code 9\\b");
    }

    @Test
    final void outOfMemoryCostsOneTaskWhichTellsTheError() {
        assertCostsOneTask(Deed.MEMORY, "OutOfMemoryError", "-Xmx64m");
    }

    @Test
    final void aNativeCrashCostsOneTaskWhichTellsTheSignal() {
        assertCostsOneTask(
                Deed.CRASH,
                "SIGABRT|SIGSEGV|exit code (1|134)\\b",
                "-XX:-CreateCoredumpOnCrash",
                "\"-XX:ErrorFile=" + directory.resolve("crash") + "\"");
    }

    @Test
    final void aKillFromOutsideCostsOneTaskWhichTellsTheSignal() {
        assertCostsOneTask(Deed.KILL, "SIGKILL|exit code 137\\b");
    }

    private void assertCostsOneTask(Deed deed, String words, String... jvmOptions) {
        List<String> workers = start(doingApart(jvmOptions).workers(isolated() ? 1 : 2));
        List<String> keys = push(Deed.ECHO, deed, Deed.ECHO, Deed.ECHO);

        await(keys);

        TaskRow failed = failed(keys.get(1));
        assertTold(failed, words);
        awaitFinished(Stream.of(0, 2, 3).map(keys::get).toList());
        List<String> lost = rush().workers().ids(WorkerState.LOST);
        assertThat(lost)
                .isEqualTo(isolated() ? List.of() : List.of(failed.workerId().orElseThrow()));
        assertThat(rush().workers().ids(WorkerState.RUNNING)).hasSize(1).isSubsetOf(workers);
        awaitFinished(push(Deed.ECHO));
    }

    private void assertTold(TaskRow failed, String words) {
        Condition condition = failed.condition().orElseThrow();
        assertThat(condition.cause()).isEqualTo(isolated() ? FailureCause.ERROR : FailureCause.LOST);
        assertThat(condition.message() + condition.errorClass().orElse("")).containsPattern(words);
    }
}
