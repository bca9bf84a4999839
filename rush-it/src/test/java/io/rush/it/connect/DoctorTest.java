package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.ServerFinding;
import io.rush.api.ServerReport;
import io.rush.api.Severity;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with bad settings, and one without. */
class DoctorTest {
    private static final List<String> KEEPS = List.of("--appendonly", "yes");

    private static RedisServer start(String... options) {
        List<String> all = new ArrayList<>(KEEPS);
        all.addAll(Arrays.asList(options));
        return RedisServer.start(all);
    }

    private static ServerReport examine(String url) {
        try (Rush rush =
                Rush.connect(RushConfig.builder("patient").redisUrl(url).build())) {
            return rush.server().doctor();
        }
    }

    private static ServerFinding only(ServerReport report, String subject) {
        assertThat(report.about(subject)).as(report.toString()).hasSize(1);
        return report.about(subject).get(0);
    }

    private static RedisReply send(RedisServer server, String command, String... arguments) {
        try (RedisStore store = TestRedis.open(server.url())) {
            return store.send(RedisCommand.of(command, arguments));
        }
    }

    @Test
    void aServerThatKeepsItsDataIsHealthy() {
        try (RedisServer server = start()) {
            ServerReport report = examine(server.url());

            assertThat(report.isHealthy()).as(report.toString()).isTrue();
            assertThat(report.atLeast(Severity.WARNING)).isEmpty();
            assertThat(report.toString()).startsWith("Nothing found that loses work");
            assertThat(send(server, "DBSIZE").asLong()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--maxmemory-policy, allkeys-lru, --maxmemory, 100mb, maxmemory-policy, CRITICAL",
        "--maxmemory-policy, allkeys-lru, --maxmemory, 0, maxmemory-policy, WARNING",
        "--maxmemory-policy, volatile-lru, --maxmemory, 100mb, maxmemory-policy, WARNING",
        "--maxmemory-policy, volatile-lru, --maxmemory, 0, maxmemory-policy, INFO",
        "--appendonly, no, --save, '3600 1', persistence, INFO",
        "--appendonly, no, --save, '', persistence, WARNING",
        "--appendfsync, no, --hz, 10, appendfsync, WARNING",
        "--timeout, 300, --hz, 10, timeout, WARNING",
        "--tcp-keepalive, 0, --hz, 10, tcp-keepalive, INFO",
        "--lua-time-limit, 50, --hz, 10, lua-time-limit, WARNING",
        "--min-replicas-to-write, 1, --hz, 10, min-replicas-to-write, CRITICAL",
        "--cluster-enabled, yes, --hz, 10, cluster_enabled, WARNING",
        "--client-output-buffer-limit, 'normal 1mb 1mb 1', --hz, 10, client-output-buffer-limit, WARNING",
        "--proto-max-bulk-len, 1mb, --hz, 10, proto-max-bulk-len, WARNING",
        "--client-query-buffer-limit, 1mb, --hz, 10, client-query-buffer-limit, WARNING",
        "--maxclients, 1, --hz, 10, maxclients, WARNING",
    })
    void aBadSettingIsFound(
            String option, String value, String other, String otherValue, String subject, Severity severity) {
        String[] values = value.split(" ", -1);
        List<String> options = new ArrayList<>(List.of(other));
        options.addAll(Arrays.asList(otherValue.split(" ", -1)));
        options.add(option);
        options.addAll(Arrays.asList(values));
        try (RedisServer server = start(options.toArray(String[]::new))) {
            ServerFinding finding = only(examine(server.url()), subject);

            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.toString()).contains(severity + " " + subject + ": " + finding.found());
            assertThat(List.of(finding.found(), finding.consequence(), finding.advice()))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void keysThatWereDroppedAreFound() {
        try (RedisServer server = start("--maxmemory", "3mb", "--maxmemory-policy", "allkeys-random")) {
            for (int i = 0; i < 40; i++) {
                send(server, "SET", "key" + i, "v".repeat(100_000));
            }

            assertThat(only(examine(server.url()), "evicted_keys").severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void aFullServerIsCritical() {
        try (RedisServer server = start()) {
            send(server, "SET", "key", "v".repeat(1_000_000));
            send(server, "CONFIG", "SET", "maxmemory", "1mb");

            assertThat(only(examine(server.url()), "maxmemory").severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"yes, CRITICAL", "no, WARNING"})
    void aSnapshotThatFailedIsFound(String stops, Severity severity) throws IOException {
        try (RedisServer server = start("--stop-writes-on-bgsave-error", stops)) {
            Path data =
                    Path.of(send(server, "CONFIG", "GET", "dir").asList().get(1).asText());
            // The snapshot cannot take the name of a directory that is not empty.
            Files.createDirectories(data.resolve("dump.rdb/occupied"));
            send(server, "SET", "key", "value");
            send(server, "BGSAVE");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> send(server, "INFO", "persistence").asText().contains("rdb_last_bgsave_status:err"));

            ServerFinding finding = only(examine(server.url()), "rdb_last_bgsave_status");

            assertThat(finding.severity()).isEqualTo(severity);
        }
    }

    @ParameterizedTest
    @CsvSource({"yes, read only", "no, takes writes"})
    void aReplicaIsFoundFromBothSides(String readOnly, String words) {
        try (RedisServer master = start();
                RedisServer replica = start("--replica-read-only", readOnly)) {
            send(replica, "REPLICAOF", "127.0.0.1", Integer.toString(master.port()));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> send(replica, "INFO", "replication").asText().contains("master_link_status:up"));

            ServerFinding role = only(examine(replica.url()), "role");
            assertThat(role.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(role.found()).contains(words);
            ServerReport ofMaster = examine(master.url());
            assertThat(only(ofMaster, "replicas").severity()).isEqualTo(Severity.INFO);
            assertThat(ofMaster.isHealthy()).as(ofMaster.toString()).isTrue();
        }
    }

    @Test
    void rightsThatAreMissingAreNamed() {
        try (RedisServer server = start("--user limited on >pass+word ~* &* +@all -hset -@dangerous -sadd")) {
            ServerReport report = examine("redis://limited:pass%2Bword@127.0.0.1:" + server.port());

            ServerFinding rights = only(report, "ACL");
            assertThat(rights.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(rights.found()).contains("HSET, ").contains("SADD").doesNotContain("HGET", "RPUSH");
            assertThat(only(report, "CONFIG GET").found()).contains("cannot be read");
            assertThat(only(report, "INFO").severity()).isEqualTo(Severity.INFO);
            assertThat(report.toString()).doesNotContain("pass+word", "pass%2Bword");
        }
    }

    @Test
    void keysThatAreOutOfReachAreNoticed() {
        try (RedisServer server = start("--user elsewhere on nopass ~other:* &* +@all")) {
            ServerReport report = examine("redis://elsewhere:any@127.0.0.1:" + server.port());

            assertThat(report.about("scripts")).isNotEmpty();
            assertThat(report.isHealthy()).isFalse();
        }
    }

    @Test
    void aUserWithoutScriptsIsTold() {
        try (RedisServer server = start("--user plain on nopass ~* &* +@all -@scripting")) {
            ServerFinding rights = only(examine("redis://plain:any@127.0.0.1:" + server.port()), "scripts");

            assertThat(rights.found()).contains("scripts cannot be run");
        }
    }

    @Test
    void aCommandThatWasRenamedIsNamed() {
        try (RedisServer server = start("--rename-command", "LREM", "")) {
            assertThat(only(examine(server.url()), "ACL").found()).contains("LREM");
        }
    }

    /** Servers before 7.0 cannot be asked; the script then tries, and that must give the same answer. */
    @Test
    void tryingTellsTheSameAsAskingAndLeavesNothing() throws IOException {
        String script =
                Files.readString(Path.of("../rush-core/src/main/resources/io/rush/core/script/permissions.lua"));
        String trying = script.replace("redis.acl_check_cmd then", "true then");
        assertThat(trying).isNotEqualTo(script);
        try (RedisServer server = start("--user limited on nopass ~* &* +@all -hset -rpush -zadd -time -spop");
                RedisStore store = TestRedis.open(server.url())) {
            List<String> commands = scriptCommands();
            store.send(RedisCommand.of("AUTH", "limited", "any"));

            assertThat(refused(store, script, commands))
                    .isEqualTo(refused(store, trying, commands))
                    .containsExactlyInAnyOrder("HSET", "RPUSH", "ZADD", "TIME", "SPOP");
            assertThat(store.send(RedisCommand.of("DBSIZE")).asLong()).isZero();
        }
    }

    private static List<String> scriptCommands() throws IOException {
        Pattern call = Pattern.compile("\\bcall\\('(\\w+)'");
        try (var files = Files.walk(Path.of("../rush-core/src/main/resources/io/rush/core/script"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return call.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static List<String> refused(RedisStore store, String script, List<String> commands) {
        List<String> arguments = new ArrayList<>(List.of(script, "1", "rush:{x}:"));
        arguments.addAll(commands);
        return store.send(RedisCommand.of("EVAL", arguments.toArray(String[]::new))).asList().stream()
                .map(RedisReply::asText)
                .toList();
    }
}
