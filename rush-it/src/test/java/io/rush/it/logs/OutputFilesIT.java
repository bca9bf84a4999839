package io.rush.it.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.it.support.TestNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outputs of workers in files. */
class OutputFilesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @TempDir
    private Path directory;

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    private WorkerSpec printing() {
        return WorkerSpec.of(Printing.class).kind(WorkerKind.PROCESS).outputDirectory(directory.resolve("made/for it"));
    }

    private Path file(String name) {
        return directory.resolve("made/for it").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothOutputsGoToFilesNamedByTheWorker(boolean supervised) {
        String worker =
                rush.workers().startLocal(printing().supervised(supervised)).get(0);
        rush.tasks().await(rush.tasks().push(List.of(Map.of("x", 1L))), PATIENCE);
        rush.workers().stop(StopMode.TERMINATE);
        rush.workers().awaitStopped(List.of(worker), PATIENCE);

        assertThat(file(worker + ".out")).content().contains("output of " + worker);
        assertThat(file(worker + ".err")).content().contains("error of " + worker);
    }

    @Test
    void aFailedStartSaysWhereItsOutputIs() {
        WorkerSpec spec = printing().jvmOptions(List.of("-XX:NoSuchOption"));

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOfSatisfying(
                        WorkerException.class,
                        failure -> assertThat(failure)
                                .hasMessageContainingAll(
                                        "NoSuchOption",
                                        file(failure.workerId() + ".err").toString()))
                .satisfies(failure -> assertThat(file(((WorkerException) failure).workerId() + ".err"))
                        .content()
                        .contains("NoSuchOption"));
    }

    @Test
    void threadsHaveNoOutputsOfTheirOwn() {
        assertThatThrownBy(() -> rush.workers().startLocal(printing().kind(WorkerKind.THREAD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("an output directory need WorkerKind.PROCESS");
    }
}
