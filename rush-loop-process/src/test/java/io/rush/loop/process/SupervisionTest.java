package io.rush.loop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.loop.process.fixture.WorkerProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of children when their worker is gone. */
class SupervisionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void nothingOutlivesAWorkerThatIsKilledWithSigkill(@TempDir Path directory) throws Exception {
        Path told = directory.resolve("pids");
        Process worker = start(told);
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(told));
        String[] words = Files.readString(told).split(" ", -1);
        List<ProcessHandle> offspring = new ArrayList<>(worker.descendants().toList());
        Stream.of(words[0], words[1])
                .map(Long::parseLong)
                .map(ProcessHandle::of)
                .forEach(process -> process.ifPresent(offspring::add));
        Path privateDirectory = Path.of(words[2]).getParent();
        // The child, what it started, the spare.
        assertThat(offspring.stream().map(ProcessHandle::pid).distinct()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(privateDirectory).exists();

        worker.destroyForcibly();

        Awaitility.await().atMost(PATIENCE).until(() -> offspring.stream().noneMatch(ProcessHandle::isAlive));
        Awaitility.await().atMost(PATIENCE).until(() -> !Files.exists(privateDirectory));
    }

    private static Process start(Path told) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProgram.class.getName(),
                        told.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
