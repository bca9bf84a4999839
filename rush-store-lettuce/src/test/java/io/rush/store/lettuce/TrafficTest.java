package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.awaitBlocked;
import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.command;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each test has Redis keep one connection waiting, which shows who shares it. */
class TrafficTest extends OwnServerTestCase {
    @Test
    void threadsShareOneConnectionForWhatIsShort() throws Exception {
        long before = connections();

        List<Background<Boolean>> all = IntStream.range(0, 20)
                .mapToObj(i -> Background.start(() -> IntStream.range(0, 50)
                        .allMatch(j -> send(store, "PING").asText().equals("PONG"))))
                .toList();

        for (Background<Boolean> one : all) {
            assertThat(one.result()).isTrue();
        }
        assertThat(connections()).isEqualTo(before);
    }

    @Test
    void aLongPipelineHoldsUpNobody() throws Exception {
        String key = freshKey();
        List<RedisCommand> commands = new ArrayList<>(List.of(command("BLPOP " + key + " 0")));
        commands.addAll(Collections.nCopies(Traffic.FEW_COMMANDS, command("PING")));
        Background<List<RedisReply>> waiting = Background.start(() -> store.sendAll(commands));
        awaitBlocked(store, 1);

        send(store, "RPUSH " + key + " v");

        assertThat(waiting.result()).hasSize(commands.size());
    }

    @Test
    void aPipelineOfFewButLargeCommandsHoldsUpNobody() throws Exception {
        String key = freshKey();
        List<RedisCommand> commands =
                List.of(command("BLPOP " + key + " 0"), RedisCommand.of("ECHO", "x".repeat(Traffic.SHORT_REQUEST)));
        Background<List<RedisReply>> waiting = Background.start(() -> store.sendAll(commands));
        awaitBlocked(store, 1);

        send(store, "RPUSH " + key + " v");

        assertThat(waiting.result()).hasSize(2);
    }

    @Test
    void aLargeCommandHoldsUpNobody() throws Exception {
        String key = freshKey();
        RedisCommand large = RedisCommand.of("BLPOP", key, "x".repeat(Traffic.SHORT_REQUEST), "0");
        Background<RedisReply> waiting = Background.start(() -> store.send(large));
        awaitBlocked(store, 1);

        send(store, "RPUSH " + key + " v");

        assertThat(waiting.result().isNil()).isFalse();
    }

    @Test
    void aCommandWhoseLastReplyWasLargeHoldsUpNobody() throws Exception {
        String key = freshKey();
        store.send(RedisCommand.of("RPUSH", key, "x".repeat(Traffic.SHORT_REPLY + 1)));
        send(store, "BLPOP " + key + " 0");
        Background<RedisReply> waiting = Background.start(() -> send(store, "BLPOP " + key + " 0"));
        awaitBlocked(store, 1);

        send(store, "RPUSH " + key + " v");

        assertThat(waiting.result().asList().get(1).asText()).isEqualTo("v");
    }

    @Test
    void aCommandThatWasLargeOnceIsShortAgainAfterAShortReply() throws Exception {
        String key = freshKey();
        store.send(RedisCommand.of("SET", key, "x".repeat(Traffic.SHORT_REPLY + 1)));
        Traffic traffic = new Traffic();
        RedisCommand get = command("GET " + key);

        traffic.learn(get, Traffic.SHORT_REPLY + 1);
        assertThat(traffic.isShort(get)).isFalse();
        traffic.learn(get, 1);
        assertThat(traffic.isShort(get)).isTrue();
    }

    @Test
    void scriptsAreToldApart() {
        Traffic traffic = new Traffic();
        RedisCommand talkative = RedisCommand.of("EVALSHA", "a".repeat(40), "0");
        RedisCommand terse = RedisCommand.of("EVALSHA", "b".repeat(40), "0");

        traffic.learn(talkative, Traffic.SHORT_REPLY + 1);

        assertThat(traffic.isShort(talkative)).isFalse();
        assertThat(traffic.isShort(terse)).isTrue();
    }

    @Test
    void connectionsForWhatIsLongOrBlocksAreKept() throws Exception {
        List<RedisCommand> many = Collections.nCopies(100, command("PING"));
        store.sendAll(many);
        block(store, freshKey(), Duration.ofMillis(50));
        long before = connections();

        store.sendAll(many);
        block(store, freshKey(), Duration.ofMillis(50));

        assertThat(connections()).isEqualTo(before);
    }

    private long connections() {
        String stats = send(store, "INFO stats").asText();
        String value = stats.lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(value.substring(value.indexOf(':') + 1));
    }
}
