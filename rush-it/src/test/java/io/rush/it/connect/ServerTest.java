package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.ServerFigures;
import io.rush.api.SnapshotRule;
import io.rush.api.error.ConfigurationException;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerTest {
    @Test
    void tellsWhatTheServerSaysOfItself() throws Exception {
        try (RedisServer server = RedisServer.start();
                TestNetwork network = TestNetwork.open(server.url())) {
            assertThat(network.rush().server().info())
                    .containsEntry("tcp_port", Integer.toString(server.port()))
                    .containsEntry("process_id", Long.toString(server.processId()));
        }
    }

    @Test
    void tellsTheFiguresThatPeopleAskFor() throws Exception {
        try (RedisServer server = RedisServer.start(List.of("--maxmemory", "100mb"));
                TestNetwork network = TestNetwork.open(server.url())) {
            network.rush().tasks().push(List.of(Map.of("x", 1), Map.of("x", 2)));

            ServerFigures figures = network.rush().server().figures();

            assertThat(figures.version())
                    .isEqualTo(network.rush().server().info().get("redis_version"));
            assertThat(figures.role()).isEqualTo("master");
            assertThat(figures.keys()).isEqualTo(3);
            assertThat(figures.clients()).isPositive();
            assertThat(figures.usedMemoryBytes()).isPositive();
            assertThat(figures.maxMemoryBytes()).hasValue(100L * 1024 * 1024);
            assertThat(figures.evictedKeys()).isZero();
        }
    }

    @Test
    void setsAndReadsTheSnapshotSchedule() throws Exception {
        try (RedisServer server = RedisServer.start();
                TestNetwork network = TestNetwork.open(server.url())) {
            List<SnapshotRule> rules = List.of(
                    new SnapshotRule(Duration.ofSeconds(60), 1000), new SnapshotRule(Duration.ofMinutes(5), 10));

            network.rush().server().snapshotSchedule(rules);
            assertThat(network.rush().server().snapshotSchedule()).isEqualTo(rules);

            network.rush().server().snapshotSchedule(List.of());
            assertThat(network.rush().server().snapshotSchedule()).isEmpty();
        }
    }

    @Test
    void aRuleThatRedisCannotKeepIsRefused() {
        assertThatThrownBy(() -> new SnapshotRule(Duration.ofMillis(1500), 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> new SnapshotRule(Duration.ofSeconds(1), 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least 1");
    }
}
