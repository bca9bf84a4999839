package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of workers when the JVM that started them is killed. */
class SupervisionTest {
    /** Where the files of a worker stay whose parent is gone. */
    @TempDir
    Path folder;

    @Test
    void aSupervisedWorkerEndsWithAKilledParent() throws Exception {
        try (LifeLine lifeLine = new LifeLine()) {
            Process parent = startParent(lifeLine, "supervised");
            try (Socket line = lifeLine.accept()) {
                parent.destroyForcibly();

                assertThatCode(() -> LifeLine.awaitEnd(line)).doesNotThrowAnyException();
            } finally {
                parent.destroyForcibly();
            }
        }
    }

    @Test
    void anUnsupervisedWorkerOutlivesAKilledParentAndCanStillWrite() throws Exception {
        try (LifeLine lifeLine = new LifeLine()) {
            Process parent = startParent(lifeLine, "unsupervised");
            try (Socket line = lifeLine.accept()) {
                parent.destroyForcibly();
                assertThat(parent.waitFor(1, TimeUnit.MINUTES)).isTrue();

                line.getOutputStream().write('x');

                assertThat(line.getInputStream().read()).isEqualTo('x');
            } finally {
                parent.destroyForcibly();
            }
        }
    }

    @Test
    void theEndOfTheParentHasAnExitCodeOfItsOwn() throws Exception {
        try (LifeLine lifeLine = new LifeLine();
                JvmCommand command = JvmCommand.of(RunningJvm.here(), HoldingWorker.class, List.of(), List.of())) {
            ProcessBuilder builder = new ProcessBuilder(command.line()).redirectOutput(Redirect.DISCARD);
            builder.environment().put(HoldingWorker.PORT, String.valueOf(lifeLine.port()));
            builder.environment().put(HoldingWorker.SUPERVISED, "yes");
            Process child = builder.redirectError(Redirect.DISCARD).start();
            try (Socket line = lifeLine.accept()) {
                child.getOutputStream().close();

                LifeLine.awaitEnd(line);
                assertThat(child.waitFor()).isEqualTo(ExitCode.PARENT_GONE);
            } finally {
                child.destroyForcibly();
            }
        }
    }

    private Process startParent(LifeLine lifeLine, String mode) throws IOException {
        JvmCommand command = JvmCommand.of(
                RunningJvm.here(),
                StartingParent.class,
                List.of("-Djava.io.tmpdir=" + folder),
                List.of(String.valueOf(lifeLine.port()), mode));
        return new ProcessBuilder(command.line())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
