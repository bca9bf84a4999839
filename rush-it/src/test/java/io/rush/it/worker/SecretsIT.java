package io.rush.it.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerScript;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.task.AwaitOutcome;
import io.rush.embedded.RedisServer;
import io.rush.it.support.LogRecords;
import io.rush.it.support.NetworkDump;
import io.rush.it.support.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of Redis travels by the environment, and shows nowhere. */
class SecretsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PASSWORD = "s3cret-0f-this-test";

    @TempDir
    private Path directory;

    @Test
    void noScriptNoLogNoProcessListAndNothingInRedisShowsThePassword() throws Exception {
        try (LogRecords logs = LogRecords.of("io.rush");
                RedisServer server = RedisServer.start(List.of("--requirepass", PASSWORD));
                Rush rush = Rush.connect(RushConfig.builder("net")
                        .redisUrl(url(server, PASSWORD))
                        .build())) {
            List<String> scripts = scripts(rush);
            assertThat(scripts).hasSize(3).noneMatch(script -> script.contains(PASSWORD));
            try (ShellWorkers shell =
                    ShellWorkers.run(directory, scripts.get(0), Map.of("RUSH_REDIS_URL", url(server, PASSWORD)))) {
                await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);
                rush.workers().startRemote(WorkerSpec.of(CountedSquare.class));
                List<String> keys = rush.tasks().push(List.of(Map.of("x", 2L)));
                assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);

                List<String> lines = commandLines(shell);
                assertThat(lines).isNotEmpty().anyMatch(line -> line.contains("io.rush.core.WorkerMain"));
                assertThat(lines).noneMatch(line -> line.contains(PASSWORD));
                assertThat(dump(server))
                        .isNotEmpty()
                        .allSatisfy((key, value) -> assertThat(value).doesNotContain(PASSWORD));
                assertThat(shell.output()).contains("RUSH_REDIS_URL").doesNotContain(PASSWORD);
            }
            assertThat(logs.texts()).noneMatch(line -> line.contains(PASSWORD));
        }
    }

    @Test
    void aWrongPasswordIsReportedWithoutBeingShown() throws Exception {
        try (RedisServer server = RedisServer.start(List.of("--requirepass", PASSWORD));
                Rush rush = Rush.connect(RushConfig.builder("net")
                        .redisUrl(url(server, PASSWORD))
                        .build())) {
            try (ShellWorkers shell = ShellWorkers.run(
                    directory, scripts(rush).get(0), Map.of("RUSH_REDIS_URL", url(server, "wrong-" + PASSWORD)))) {
                assertThat(shell.exitCode()).isEqualTo(3);
                assertThat(shell.output()).contains("cannot join network net").doesNotContain(PASSWORD);
            }
            RushConfig wrong = RushConfig.builder("net")
                    .redisUrl(url(server, "wrong-" + PASSWORD))
                    .build();
            assertThatThrownBy(() -> Rush.connect(wrong))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    private static List<String> scripts(Rush rush) {
        List<WorkerScript> forms =
                List.of(WorkerScript.shell(), WorkerScript.slurm(), WorkerScript.kubernetes("example/worker:1"));
        return forms.stream()
                .map(form -> rush.workers().workerScript(form.classPath(ShellWorkers.classPath())))
                .toList();
    }

    private static String url(RedisServer server, String password) {
        return "redis://:" + password + "@127.0.0.1:" + server.port();
    }

    /** What everybody on the machine can read of the processes; where there is no /proc, what Java tells of them. */
    private static List<String> commandLines(ShellWorkers shell) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ProcessHandle process : shell.processes()) {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            lines.add(
                    Files.exists(file)
                            ? Files.readString(file, ISO_8859_1)
                            : process.info().commandLine().orElse(""));
        }
        return lines;
    }

    private static Map<String, String> dump(RedisServer server) {
        StoreConfig config = StoreConfig.builder()
                .server("127.0.0.1", server.port())
                .credentials(Credentials.ofPassword(PASSWORD))
                .build();
        try (RedisStore redis = TestRedis.provider().open(config)) {
            return NetworkDump.of(redis, "rush:{net}:");
        }
    }
}
