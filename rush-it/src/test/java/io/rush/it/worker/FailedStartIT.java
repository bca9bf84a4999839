package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.error.WorkerException;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that end before they do any work. */
class FailedStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @Test
    void aWorkerThatNeverRegistersIsReportedWithExitCodeAndStandardError() {
        WorkerSpec spec = WorkerSpec.of(CountedSquare.class)
                .kind(WorkerKind.PROCESS)
                .workers(2)
                .jvmOptions(List.of("-XX:NoSuchOption"));

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOfSatisfying(WorkerException.class, failure -> {
                    assertThat(failure.exitCode()).hasValue(1);
                    assertThat(rush.workers().ids()).contains(failure.workerId());
                })
                .hasMessageContainingAll("exit code 1", "NoSuchOption");
        assertThat(rush.workers().states().values()).hasSize(2).isSubsetOf(WorkerState.LOST, WorkerState.KILLED);
    }

    @Test
    void aFunctionThatExitsWhenItIsCreatedIsReportedWithExitCodeAndStandardError() {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(ExitsWhenCreated.class)
                        .kind(WorkerKind.PROCESS)
                        .awaitStart(false));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThatThrownBy(() -> rush.workers().await(workers, PATIENCE))
                .isInstanceOfSatisfying(
                        WorkerException.class,
                        failure -> assertThat(failure.exitCode()).hasValue(7))
                .hasMessageContainingAll(workers.get(0), "exit code 7", "licence not found");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    @Test
    void aFunctionThatCannotBeCreatedIsReportedWithWhatItThrew() {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(ThrowsWhenCreated.class)
                        .kind(WorkerKind.PROCESS)
                        .awaitStart(false));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThatThrownBy(() -> rush.workers().await(workers, PATIENCE))
                .isInstanceOf(WorkerException.class)
                .hasMessageContainingAll(workers.get(0), "its loop failed", "no model file");
    }

    @Test
    void workersThatDoNotRegisterInTimeAreKilled() {
        WorkerSpec spec =
                WorkerSpec.of(CountedSquare.class).kind(WorkerKind.PROCESS).startTimeout(Duration.ofMillis(1));

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining("have not registered");
        assertThat(rush.workers().states().values()).containsExactly(WorkerState.KILLED);
    }

    @Test
    void aWaitForMoreWorkersThanRunSaysHowManyDo() {
        rush.workers().startLocal(WorkerSpec.of(CountedSquare.class).kind(WorkerKind.THREAD));

        rush.workers().await(1, PATIENCE);

        assertThatThrownBy(() -> rush.workers().await(2, Duration.ofMillis(50)))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining("1 of 2 workers run");
    }
}
