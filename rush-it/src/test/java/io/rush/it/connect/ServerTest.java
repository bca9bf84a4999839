package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.SnapshotRule;
import io.rush.api.error.ConfigurationException;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
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
