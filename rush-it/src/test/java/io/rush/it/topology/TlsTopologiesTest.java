package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.TlsSettings;
import io.rush.api.store.Topology;
import io.rush.it.servers.Certificates;
import io.rush.it.servers.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to whoever is asked for the way, and to whom the way leads. */
class TlsTopologiesTest {
    @TempDir
    private static Path directory;

    private static Certificates own;

    @BeforeAll
    static void makeCertificates() {
        own = Certificates.make(directory, "own", "ip:127.0.0.1");
    }

    @Test
    void sentinelsAndThePrimaryAreReachedByTls() {
        try (TlsServer primary = TlsServer.start(own, List.of("--requirepass", "secret"));
                TlsServer sentinel = TlsServer.start(own, optionsOfASentinel(primary))) {
            Topology.Sentinel topology = new Topology.Sentinel("main", Optional.of(Credentials.ofPassword("guard")));
            StoreConfig.Builder config =
                    config(sentinel.port(), topology).credentials(Credentials.ofPassword("secret"));
            assertThatItIsReached(config);

            Topology.Sentinel wrong = new Topology.Sentinel("main", Optional.of(Credentials.ofPassword("hunter2")));
            StoreConfig unknown = config.topology(wrong).build();
            assertThatThrownBy(() -> Stores.open(unknown))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageNotContaining("hunter2");
        }
    }

    private static List<String> optionsOfASentinel(TlsServer primary) {
        return List.of(
                "--sentinel",
                "--tls-replication",
                "yes",
                "--requirepass",
                "guard",
                "--sentinel monitor",
                "main",
                "127.0.0.1",
                Integer.toString(primary.port()),
                "1",
                "--sentinel auth-pass",
                "main",
                "secret");
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @Test
    void theNodesOfAClusterAreReachedByTls() throws IOException {
        List<String> options =
                List.of("--cluster-enabled", "yes", "--tls-cluster", "yes", "--cluster-port", freePort());
        try (TlsServer node = TlsServer.start(own, options);
                RedisStore alone = Stores.open(
                        config(node.port(), Topology.Standalone.INSTANCE).build())) {
            Stores.send(alone, "CLUSTER ADDSLOTSRANGE 0 16383");
            while (!Stores.send(alone, "CLUSTER INFO").asText().contains("cluster_state:ok")) {
                Thread.onSpinWait();
            }

            assertThatItIsReached(config(node.port(), Topology.Cluster.INSTANCE));
        }
    }

    private static void assertThatItIsReached(StoreConfig.Builder config) {
        try (RedisStore store = Stores.open(config.build())) {
            assertThat(Stores.send(store, "SET key v").asText()).isEqualTo("OK");
            assertThat(Stores.send(store, "GET key").asText()).isEqualTo("v");
        }
    }

    private static StoreConfig.Builder config(int port, Topology topology) {
        return StoreConfig.builder()
                .servers(List.of(ServerAddress.of("127.0.0.1", port)))
                .topology(topology)
                .tls(TlsSettings.builder().trust(own.certificate()).build());
    }
}
