package io.rush.core.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Heartbeat;
import io.rush.api.WorkerScript;
import io.rush.api.error.ConfigurationException;
import io.rush.core.WorkerMain;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scripts that start remote workers, against files beside this class. */
class RemoteScriptsTest {
    private static final RemoteScripts SCRIPTS = new RemoteScripts("tuning", Optional.of("jedis"), WorkerMain.class);

    @Test
    void theShellBecomesTheWorker() {
        assertThat(SCRIPTS.write(WorkerScript.shell().classPath("/opt/it's/lib/*")))
                .isEqualTo(expected("one-worker.sh"));
    }

    @Test
    void theShellStartsSeveralWorkersAndHandsSignalsOn() {
        assertThat(SCRIPTS.write(WorkerScript.shell()
                        .workers(3)
                        .classPath("lib/*")
                        .java("/usr/bin/java")
                        .jvmOptions(List.of("-Xmx1g", "-Da=b c"))
                        .workingDirectory("/data/run 1")
                        .withoutHeartbeat()))
                .isEqualTo(expected("three-workers.sh"));
    }

    @Test
    void slurmRunsAnArray() {
        assertThat(SCRIPTS.write(WorkerScript.slurm()
                        .workers(8)
                        .name("branin")
                        .directives(List.of("--time=02:00:00", "--mem=2G"))
                        .classPath("lib/*")
                        .heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(60))))
                .isEqualTo(expected("array.slurm"));
    }

    @Test
    void kubernetesRunsAnIndexedJob() {
        assertThat(SCRIPTS.write(WorkerScript.kubernetes("registry.example/branin:1")
                        .workers(4)
                        .secret("redis-of-tuning")
                        .classPath("/opt/branin/lib/*")
                        .jvmOptions(List.of("-Dquote=\"$(HOME)\""))
                        .workingDirectory("/data")
                        .shutdownGrace(Duration.ofSeconds(60))))
                .isEqualTo(expected("job.yaml"));
    }

    @Test
    void withoutAClassPathAWorkerHasThePathsOfThisJvm() {
        String script = SCRIPTS.write(WorkerScript.shell());

        assertThat(script).contains(ShellText.quoted(RunningJvm.here().classPath()));
    }

    @Test
    void theWorkerUnderstandsWhatTheScriptsSay() {
        Heartbeat heartbeat = new Heartbeat(Duration.ofSeconds(2), Duration.ofSeconds(9));

        WorkerCommand command = WorkerCommand.parse(
                "tuning", WorkerCommand.REMOTE, WorkerCommand.HEARTBEAT, "2/9", WorkerCommand.ID, "slurm-17-3-0");

        assertThat(command).isEqualTo(new WorkerCommand("tuning", "slurm-17-3-0", true, Optional.of(heartbeat)));
        assertThat(WorkerCommand.remoteArguments("tuning", Optional.of(heartbeat)))
                .containsExactly("tuning", WorkerCommand.REMOTE, WorkerCommand.HEARTBEAT, "2/9");
        assertThat(WorkerCommand.parse("tuning", WorkerCommand.REMOTE, WorkerCommand.NO_HEARTBEAT)
                        .heartbeat())
                .isEmpty();
        assertThat(WorkerCommand.parse("tuning", WorkerCommand.REMOTE).workerId())
                .isNotEqualTo(
                        WorkerCommand.parse("tuning", WorkerCommand.REMOTE).workerId());
        assertThat(WorkerCommand.parse("tuning", "w1"))
                .isEqualTo(new WorkerCommand("tuning", "w1", false, Optional.empty()));
    }

    @Test
    void wrongArgumentsOfAWorkerAreAnsweredWithTheUsage() {
        List<String[]> wrong = List.of(
                new String[] {"tuning", "--remote", "--id"},
                new String[] {"tuning", "--remote", "--heartbeat", "soon"},
                new String[] {"tuning", "--remote", "w1"},
                new String[] {"tuning", "w1", "w2"});
        for (String[] arguments : wrong) {
            assertThatThrownBy(() -> WorkerCommand.parse(arguments))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("usage");
        }
        assertThatThrownBy(() -> WorkerCommand.parse("tuning", "--remote", "--id", "no spaces"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("illegal worker id 'no spaces'");
    }

    @Test
    void badSettingsAreRefused() {
        List<Runnable> bad = List.of(
                () -> WorkerScript.kubernetes(" "),
                () -> WorkerScript.shell().workers(0),
                () -> WorkerScript.slurm().name("Two Words"),
                () -> WorkerScript.slurm().directives(List.of("--a\nrm -rf x")),
                () -> WorkerScript.kubernetes("i").secret("a b"),
                () -> WorkerScript.kubernetes("i").shutdownGrace(Duration.ofSeconds(-1)),
                () -> WorkerScript.shell().heartbeat(Duration.ofSeconds(5), Duration.ofSeconds(4)));
        assertThat(bad)
                .allSatisfy(setting -> assertThatThrownBy(setting::run).isInstanceOf(ConfigurationException.class));
    }

    private static String expected(String name) {
        try (InputStream file = RemoteScriptsTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }
}
