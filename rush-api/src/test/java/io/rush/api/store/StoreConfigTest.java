package io.rush.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreConfigTest {
    private static final ServerAddress ONE = ServerAddress.of("one", 7000);
    private static final ServerAddress TWO = ServerAddress.of("two", 7000);
    private static final ServerAddress SOCKET = new ServerAddress.UnixSocket(Path.of("/run/redis.sock"));
    private static final Topology CLUSTER = Topology.Cluster.INSTANCE;

    @Test
    void anotherCommandTimeoutForgetsNothing() {
        StoreConfig config = StoreConfig.builder()
                .servers(List.of(ONE, TWO))
                .topology(new Topology.Sentinel("main", Optional.of(Credentials.ofPassword("p"))))
                .database(4)
                .credentials(Credentials.of("ann", "secret"))
                .tls(TlsSettings.defaults())
                .connectTimeout(Duration.ofSeconds(7))
                .maxConnections(9)
                .build();

        assertThat(config.withCommandTimeout(Duration.ofSeconds(1)))
                .usingRecursiveComparison()
                .ignoringFields("commandTimeout")
                .isEqualTo(config);
        assertThat(config.withCommandTimeout(Duration.ofSeconds(1)).commandTimeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertRefused(StoreConfig.builder().servers(List.of()), "no Redis server");
        assertRefused(StoreConfig.builder().servers(List.of(ONE, TWO)), "several");
        assertRefused(StoreConfig.builder().servers(List.of(ONE, ONE)).topology(CLUSTER), "twice");
        assertRefused(StoreConfig.builder().servers(List.of(SOCKET)).topology(CLUSTER), "host and port");
        assertRefused(StoreConfig.builder().servers(List.of(SOCKET)).tls(TlsSettings.defaults()), "leave TLS out");
        assertRefused(StoreConfig.builder().topology(CLUSTER).database(1), "database 0");
        assertRefused(StoreConfig.builder().database(-1), "0 or more");
        assertRefused(StoreConfig.builder().connectTimeout(Duration.ZERO), "connect timeout");
        assertRefused(StoreConfig.builder().commandTimeout(Duration.ofMillis(-1)), "command timeout");
        assertRefused(StoreConfig.builder().maxConnections(0), "1 or more");
    }

    @Test
    void addressesAreChecked() {
        assertThatThrownBy(() -> ServerAddress.of(" ", 1)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ServerAddress.of("db", 0)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ServerAddress.of("db", 65_536)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new ServerAddress.UnixSocket(Path.of("redis.sock")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("absolute");
        assertThatThrownBy(() -> new Topology.Sentinel(" ")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void showsWhereItLeadsAndNoSecret() {
        StoreConfig.Builder builder = StoreConfig.builder().credentials(Credentials.of("ann", "secret"));

        assertThat(builder.servers(List.of(ServerAddress.of("::1", 7000)))
                        .database(2)
                        .build())
                .hasToString("[::1]:7000/2");
        assertThat(builder.servers(List.of(SOCKET)).build()).hasToString("unix:///run/redis.sock/2");
        assertThat(builder.servers(List.of(ONE, TWO))
                        .database(0)
                        .topology(CLUSTER)
                        .build())
                .hasToString("cluster at one:7000,two:7000");
    }

    private static void assertRefused(StoreConfig.Builder builder, String reason) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }
}
