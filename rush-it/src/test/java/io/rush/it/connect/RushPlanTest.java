package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushPlan;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.log.LogSettings;
import io.rush.embedded.RedisServer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void aPlanShowsNoSecret() {
        assertThat(RushPlan.create().redisUrl("redis://:secret@localhost").toString())
                .doesNotContain("secret");
    }
}
