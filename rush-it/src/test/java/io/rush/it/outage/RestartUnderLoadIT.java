package io.rush.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.TaskTable;
import io.rush.embedded.RedisServer;
import io.rush.it.worker.CountedSquare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartUnderLoadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TASKS = 3_000;
    private static final int RESTARTS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void workersGoOnWhenRedisIsKilledAndComesBack(int prefetch) {
        try (RedisServer server = RedisServer.start(List.of("--appendonly", "yes", "--appendfsync", "always"));
                Rush rush = Rush.connect(
                        RushConfig.builder("n").redisUrl(server.url()).build())) {
            List<String> workers = rush.workers()
                    .startLocal(WorkerSpec.of(CountedSquare.class).workers(2).prefetch(prefetch));
            List<String> keys = new ArrayList<>();
            for (int round = 0; round <= RESTARTS; round++) {
                List<Map<String, Object>> xss = new ArrayList<>();
                for (int i = 0; i < TASKS / (RESTARTS + 1); i++) {
                    xss.add(Map.of("x", (long) keys.size() + i));
                }
                keys.addAll(rush.tasks().push(xss));
                int goal = keys.size() - xss.size() / 2;
                await().atMost(PATIENCE).until(() -> rush.tasks().counts().finished() >= goal);
                if (round < RESTARTS) {
                    server.kill();
                    server.restart();
                }
            }

            assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
            TaskTable finished = rush.archive().fetchFinished();
            assertThat(finished.keys()).hasSize(keys.size());
            assertThat(new HashSet<>(finished.keys())).isEqualTo(new HashSet<>(keys));
            assertThat(rush.workers().ids(WorkerState.RUNNING)).containsExactlyInAnyOrderElementsOf(workers);
        }
    }
}
