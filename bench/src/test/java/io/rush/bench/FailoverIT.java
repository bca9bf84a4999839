package io.rush.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the driver in a JVM of its own and with few workers and tasks, so that what it measures means little. */
class FailoverIT {
    @TempDir
    private Path directory;

    @Test
    void workersGoOnAndNothingIsMissing() throws Exception {
        Path file = directory.resolve("failover.json");

        ProgramRun run = ProgramRun.of(
                Failover.class,
                "--store",
                "lettuce",
                "--rounds",
                "1",
                "--workers",
                "2",
                "--tasks",
                "600",
                "--replicas",
                "1",
                "--down-after",
                "1500",
                "--json",
                file.toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("store: lettuce", "down_after_ms: 1500", "sentinels: 3", "redis: ");
        assertThat(run.output().lines())
                .anyMatch(row -> row.matches("\\| failover \\| workers that went on +\\| workers \\| 2 .*"));
        assertThat(Files.readString(file)).contains("\"quantity\": \"until the last worker does\"");
    }

    @Test
    void aBadArgumentIsRefusedInOneLine() throws Exception {
        ProgramRun refused = ProgramRun.of(Failover.class, "--down-after", "soon");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("Failover failed: --down-after needs a number, not 'soon'")
                .doesNotContain("\tat ");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() throws Exception {
        ProgramRun refused = ProgramRun.of(Failover.class, "--store", "nobody");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("nobody", "jedis", "lettuce").doesNotContain("\tat ");
    }
}
