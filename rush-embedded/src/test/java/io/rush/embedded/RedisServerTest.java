package io.rush.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisServerTest {
    private static final List<String> PERSISTENT = List.of("--appendonly", "yes");

    @Test
    void aStartedServerAnswersAndAStoppedOneHasEnded() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            assertThat(RawRedis.send(server, "PING")).isEqualTo("+PONG");
            assertThat(server.url()).isEqualTo("redis://127.0.0.1:" + server.port());
            assertThat(isAlive(server)).isTrue();

            server.stop();

            assertThat(isAlive(server)).isFalse();
            assertThat(Ping.isAnswered(server.port(), 5)).isFalse();
        }
    }

    @Test
    void theProcessIdIsThatOfTheServerItself() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            assertThat(RawRedis.send(
                            server, "EVAL \"return string.match(redis.call('info', 'server'), 'process_id:(%d+)')\" 0"))
                    .endsWith(" " + server.processId());
        }
    }

    @Test
    void twoServersAtOnceShareNothing() throws IOException {
        try (RedisServer one = RedisServer.start();
                RedisServer other = RedisServer.start()) {
            RawRedis.send(one, "SET key value");

            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(RawRedis.send(one, "EXISTS key")).isEqualTo(":1");
            assertThat(RawRedis.send(other, "EXISTS key")).isEqualTo(":0");
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceAlone() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            assertThat(RawRedis.send(server, "CONFIG GET bind")).endsWith(" 127.0.0.1");
        }
    }

    @Test
    void aPasswordIsAskedForAndIsInNoArgumentListOrText() throws IOException {
        String password = "a \"secret\" \\ of ours";
        try (RedisServer server = RedisServer.start(List.of("--requirepass", password))) {
            assertThat(RawRedis.send(server, "PING")).startsWith("-NOAUTH");
            assertThat(RawRedis.send(server, "AUTH \"a \\\"secret\\\" \\\\ of ours\""))
                    .isEqualTo("+OK");
            assertThat(server.toString() + server.url()).doesNotContain("secret");
            assertThat(ProcessHandle.of(server.processId())
                            .orElseThrow()
                            .info()
                            .commandLine()
                            .orElse(""))
                    .doesNotContain("secret");
        }
    }

    @Test
    void aRestartKeepsPortAndPersistedData() throws IOException {
        try (RedisServer server = RedisServer.start(PERSISTENT)) {
            String url = server.url();
            long firstProcess = server.processId();
            RawRedis.send(server, "SET key value");

            server.stop();
            server.restart();

            assertThat(server.url()).isEqualTo(url);
            assertThat(server.processId()).isNotEqualTo(firstProcess);
            assertThat(RawRedis.send(server, "GET key")).isEqualTo("$5 value");
        }
    }

    @Test
    void aKilledServerRestartsWithPersistedData() throws IOException {
        try (RedisServer server = RedisServer.start(PERSISTENT)) {
            RawRedis.send(server, "SET key value");

            server.kill();
            assertThat(isAlive(server)).isFalse();
            server.restart();

            assertThat(RawRedis.send(server, "GET key")).isEqualTo("$5 value");
        }
    }

    @Test
    void aServerThatWasKilledFromOutsideRestartsWithPersistedData() throws IOException {
        try (RedisServer server = RedisServer.start(PERSISTENT)) {
            RawRedis.send(server, "SET key value");
            ProcessHandle process = ProcessHandle.of(server.processId()).orElseThrow();

            process.destroyForcibly();
            process.onExit().join();
            server.restart();

            assertThat(RawRedis.send(server, "GET key")).isEqualTo("$5 value");
        }
    }

    @Test
    void withoutOptionsNothingSurvivesARestart() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            RawRedis.send(server, "SET key value");

            server.restart();

            assertThat(RawRedis.send(server, "EXISTS key")).isEqualTo(":0");
        }
    }

    @Test
    void closeEndsTheServerAndDeletesItsDirectory() {
        ServerHome home = ServerHome.create(ServerOptions.of(PERSISTENT), Lifeline::over);
        RedisServer server = RedisServer.start(home, FreePort::pick);
        Path directory = home.path();
        assertThat(directory.resolve("data")).isNotEmptyDirectory();

        server.close();
        server.close();

        assertThat(isAlive(server)).isFalse();
        assertThat(directory).doesNotExist();
        assertThatThrownBy(server::restart)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(String.valueOf(server.port()))
                .hasMessageContaining("start a new one");
    }

    @Test
    void aBadOptionFailsWithTheServersWordsAndLeavesNoDirectory() {
        ServerHome home = ServerHome.create(ServerOptions.of(List.of("--no-such-option", "x")), Lifeline::over);

        assertThatThrownBy(() -> RedisServer.start(home, FreePort::pick))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'no-such-option")
                .hasMessageContaining("Bad directive")
                .hasMessageContaining("exit code 1");
        assertThat(home.path()).doesNotExist();
    }

    @Test
    void aRefusedPasswordIsNotRepeated() {
        assertThatThrownBy(() -> RedisServer.start(List.of("--requirepass", "secret", "words")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'requirepass")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("words");
    }

    @Test
    void aPortThatWasTakenInBetweenIsReplacedByAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(Loopback.at(0));
            int free = FreePort.pick();
            Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();

            try (RedisServer server =
                    RedisServer.start(ServerHome.create(ServerOptions.of(List.of()), Lifeline::over), ports::next)) {
                assertThat(server.port()).isEqualTo(free);
                assertThat(RawRedis.send(server, "PING")).isEqualTo("+PONG");
            }
        }
    }

    @Test
    void manyServersStartAtTheSameTime() {
        List<RedisServer> servers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> RedisServer.start())
                .toList();

        assertThat(servers).allMatch(server -> Ping.isAnswered(server.port(), 20));
        assertThat(servers).extracting(RedisServer::port).doesNotHaveDuplicates();
        servers.forEach(RedisServer::close);
        assertThat(servers).noneMatch(RedisServerTest::isAlive);
    }

    @Test
    void theProviderStartsOneServerForTheWholeJvm() {
        String url = new EmbeddedServerProvider().url();

        assertThat(new EmbeddedServerProvider().url()).isEqualTo(url);
        assertThat(Ping.isAnswered(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)), 20))
                .isTrue();
        assertThat(new EmbeddedServerProvider().name()).isEqualTo("embedded");
    }

    @Test
    void theDirectoryIsNotReadableForOthers() throws IOException {
        ServerHome home = ServerHome.create(ServerOptions.of(List.of()), Lifeline::over);
        try {
            assertThat(Files.getPosixFilePermissions(home.path()))
                    .allMatch(right -> right.name().startsWith("OWNER"));
        } finally {
            home.close();
        }
    }

    private static boolean isAlive(RedisServer server) {
        return ProcessHandle.of(server.processId()).map(ProcessHandle::isAlive).orElse(false);
    }
}
