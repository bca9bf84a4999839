package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerSpec;
import io.rush.api.error.RushException;
import io.rush.api.store.ServerAddress;
import io.rush.api.task.AwaitOutcome;
import io.rush.embedded.RedisServer;
import io.rush.it.servers.Certificates;
import io.rush.it.servers.ClusterServers;
import io.rush.it.servers.SentinelServers;
import io.rush.it.servers.TlsServer;
import io.rush.it.worker.CountedSquare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handle and a worker in a JVM of its own reach Redis by a URL, whatever its form. */
class AddressesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void aPasswordAndADatabase() {
        try (RedisServer server = RedisServer.start(
                List.of("--user", "ann", "on", ">p@ss:word", "~*", "&*", "+@all", "--user", "default", "off"))) {
            assertThatATaskIsDone("redis://ann:p%40ss%3Aword@127.0.0.1:" + server.port() + "/3?maxConnections=4");
            assertThatNobodyIsLetIn("redis://ann:hunter2@127.0.0.1:" + server.port());
        }
    }

    @Test
    void aUnixDomainSocket() {
        Path socket = directory.resolve("redis.sock");
        try (RedisServer server =
                RedisServer.start(List.of("--unixsocket", socket.toString(), "--requirepass", "secret"))) {
            assertThat(server.processId()).isPositive();
            assertThatATaskIsDone("unix://:secret@" + socket + "?database=2&commandTimeout=20");
            assertThatNobodyIsLetIn("unix://:hunter2@" + socket);
        }
    }

    @Test
    void tlsWithAClientsCertificate() {
        Certificates own = Certificates.make(directory, "own", "ip:127.0.0.1");
        Certificates client = Certificates.make(directory, "client", "dns:client.example");
        try (TlsServer server = TlsServer.askingFor(client, own)) {
            String url = "rediss://127.0.0.1:" + server.port() + "?keyStore=" + client.keyStore() + "&keyStorePassword="
                    + Certificates.PASSWORD + "&trustStore=";
            assertThatATaskIsDone(url + own.certificate());
            assertThatNobodyIsLetIn(url + client.certificate());
        }
    }

    @Test
    void sentinelsAlsoAfterAFailover() {
        try (SentinelServers servers = SentinelServers.start()) {
            String url = "redis-sentinel://" + text(servers.addresses()) + "/1?master=";
            assertThatNobodyIsLetIn(url + "unknown");
            try (Rush rush = connect(url + SentinelServers.MASTER)) {
                rush.workers().startLocal(WorkerSpec.of(CountedSquare.class));
                assertThatTasksAreDone(rush);
                servers.awaitReplica();

                servers.primary().kill();

                assertThatTasksAreDone(rush);
            }
        }
    }

    @Test
    void aClusterAlsoAfterAFailover() {
        try (ClusterServers servers = ClusterServers.start();
                Rush rush = connect("redis-cluster://" + text(servers.addresses()))) {
            rush.workers().startLocal(WorkerSpec.of(CountedSquare.class));
            assertThatTasksAreDone(rush);
            servers.awaitReplicas();

            servers.holderOf("rush:{net}:").kill();

            assertThatTasksAreDone(rush);
        }
    }

    private static void assertThatATaskIsDone(String url) {
        try (Rush rush = connect(url)) {
            rush.workers().startLocal(WorkerSpec.of(CountedSquare.class));
            assertThatTasksAreDone(rush);
        }
    }

    private static void assertThatTasksAreDone(Rush rush) {
        List<Map<String, Long>> xs =
                IntStream.range(0, 50).mapToObj(x -> Map.of("x", (long) x)).toList();
        List<String> keys = rush.tasks().push(xs);

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().counts().failed()).isZero();
    }

    private static void assertThatNobodyIsLetIn(String url) {
        assertThatThrownBy(() -> connect(url))
                .isInstanceOf(RushException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining(Certificates.PASSWORD);
    }

    private static Rush connect(String url) {
        return Rush.connect(RushConfig.builder("net").redisUrl(url).build());
    }

    private static String text(List<ServerAddress.Tcp> addresses) {
        return addresses.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
