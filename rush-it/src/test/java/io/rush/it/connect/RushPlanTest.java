package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.log.LogSettings;
import io.rush.embedded.RedisServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RushPlanTest {
    @AfterEach
    void removePlan() {
        RushPlan.remove();
    }

    @Test
    void handlesReachTheServerOfThePlan() {
        try (RedisServer server = RedisServer.start()) {
            RushPlan.create().redisUrl(server.url()).set();
            try (Rush rush = Rush.connect("planned")) {
                assertThat(rush.server().info()).containsEntry("tcp_port", Integer.toString(server.port()));
            }
        }
    }

    @Test
    void theConnectionIsTriedBeforeThePlanIsSet() {
        try (RedisServer server = RedisServer.start()) {
            RushPlan good = RushPlan.create().redisUrl(server.url());
            good.set();
            server.stop();

            assertThatThrownBy(() ->
                            RushPlan.create().redisUrl(server.url()).workers(3).set())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(Integer.toString(server.port()));

            assertThat(RushPlan.current()).contains(good);
        }
    }

    @Test
    void workersTakeTheirDefaultsFromThePlan() {
        try (RedisServer server = RedisServer.start()) {
            RushPlan.create()
                    .redisUrl(server.url())
                    .workers(3)
                    .workerKind(WorkerKind.THREAD)
                    .startTimeout(Duration.ofSeconds(20))
                    .set();
            try (Rush rush = Rush.connect("planned")) {
                WorkerSpec spec = WorkerSpec.of((xs, context) -> Map.of());

                assertThat(spec.startTimeout()).isEqualTo(Duration.ofSeconds(20));
                assertThat(rush.workers().startLocal(spec)).hasSize(3);
                assertThat(rush.workers().infos())
                        .allSatisfy(info -> assertThat(info.kind()).contains(WorkerKind.THREAD));
                rush.reset();
            }
        }
    }

    @Test
    void handlesTakeTheLargeObjectDirectoryOfThePlanUnlessTheyNameOne(@TempDir Path directory) {
        try (RedisServer server = RedisServer.start()) {
            RushPlan.create()
                    .redisUrl(server.url())
                    .largeObjectDirectory(directory.resolve("planned"))
                    .largeObjectLimitBytes(100)
                    .set();
            RushConfig own = RushConfig.builder("planned")
                    .largeObjectDirectory(directory.resolve("own"))
                    .build();
            try (Rush planned = Rush.connect("planned");
                    Rush other = Rush.connect(own)) {
                planned.tasks().push(Map.of("text", "t".repeat(200)));
                assertThat(directory.resolve("planned/planned/tasks")).isNotEmptyDirectory();
                assertThat(directory.resolve("own")).doesNotExist();

                other.tasks().push(Map.of("text", "t".repeat(200)));
                assertThat(directory.resolve("own/planned/tasks")).isNotEmptyDirectory();
            }
        }
    }

    @Test
    void theLargeObjectDirectoryIsTriedBeforeThePlanIsSet(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        try (RedisServer server = RedisServer.start()) {
            RushPlan plan = RushPlan.create().redisUrl(server.url());
            for (Path unusable : List.of(file, file.resolve("below"))) {
                assertThatThrownBy(() -> plan.largeObjectDirectory(unusable).set())
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContainingAll(unusable.toString(), "largeObjectDirectory");
            }
            assertThat(RushPlan.isAvailable()).isFalse();

            plan.largeObjectDirectory(directory.resolve("new")).set();
            assertThat(directory.resolve("new")).isEmptyDirectory();
        }
    }

    @Test
    void aPlanKeepsWhatItWasGivenAndChangesNoOther(@TempDir Path directory) {
        RushPlan empty = RushPlan.create();

        RushPlan full = empty.workers(3)
                .redisUrl("redis://127.0.0.1:1")
                .storeName("jedis")
                .workerKind(WorkerKind.THREAD)
                .startTimeout(Duration.ofSeconds(5))
                .largeObjectDirectory(directory)
                .largeObjectLimitBytes(7);

        assertThat(full.workers()).isEqualTo(3);
        assertThat(full.redisUrl()).contains("redis://127.0.0.1:1");
        assertThat(full.storeName()).contains("jedis");
        assertThat(full.workerKind()).isEqualTo(WorkerKind.THREAD);
        assertThat(full.startTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(full.largeObjectDirectory()).contains(directory);
        assertThat(full.largeObjectLimitBytes()).hasValue(7);
        assertThat(full.toString()).contains("3 workers", "THREAD", directory.toString());
        assertThat(empty.workers()).isEqualTo(WorkerSpec.DEFAULT_WORKERS);
        assertThat(empty.redisUrl()).isEmpty();
        assertThat(empty.largeObjectDirectory()).isEmpty();
        assertThat(empty.largeObjectLimitBytes()).isEmpty();
    }

    @Test
    void aPlanThatNobodyCanConnectByIsNotSet() {
        assertThatThrownBy(() -> RushPlan.create().redisUrl("http://localhost").set())
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> RushPlan.create()
                        .redisUrl("redis://127.0.0.1:1")
                        .storeName("nobody")
                        .set())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nobody");
        assertThat(RushPlan.isAvailable()).isFalse();
    }

    @Test
    void whatOfLogsGoesToRedisIsForThePlanToSayWhereWorkersDoNot() {
        Map<String, Level> thresholds = Map.of("app", Level.DEBUG);
        WorkerSpec spec = WorkerSpec.of((xs, context) -> Map.of());
        try (RedisServer server = RedisServer.start()) {
            RushPlan.create()
                    .redisUrl(server.url())
                    .logThresholds(thresholds)
                    .logBuffer(50)
                    .set();

            assertThat(spec.logs()).isEqualTo(new LogSettings(thresholds, 50));
            assertThat(WorkerSettings.defaults().logs()).isEqualTo(new LogSettings(thresholds, 50));
            assertThat(spec.logBuffer(0).logs()).isEqualTo(LogSettings.of(thresholds));
            assertThat(spec.logThresholds(Map.of()).logs().thresholds()).isEmpty();
        }
        RushPlan.remove();
        assertThat(spec.logs()).isEqualTo(LogSettings.none());
    }

    @Test
    void aRemovedPlanIsGone() {
        try (RedisServer server = RedisServer.start()) {
            RushPlan.create().redisUrl(server.url()).set();
            assertThat(RushPlan.isAvailable()).isTrue();

            RushPlan.remove();

            assertThat(RushPlan.isAvailable()).isFalse();
            assertThat(RushPlan.current()).isEmpty();
        }
    }

    @Test
    void badSettingsAreRefusedAtOnce() {
        assertThatThrownBy(() -> RushPlan.create().workers(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> RushPlan.create().startTimeout(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("start timeout");
        assertThatThrownBy(() -> RushPlan.create().largeObjectLimitBytes(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("limit of large objects");
        assertThatThrownBy(() -> RushPlan.create().largeObjectLimitBytes(1L << 30))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aPlanShowsNoSecret() {
        assertThat(RushPlan.create().redisUrl("redis://:secret@localhost").toString())
                .doesNotContain("secret");
    }
}
