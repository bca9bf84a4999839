package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.command;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.embedded.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static RedisServer server;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        store = Probe.open(server);
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Test
    void aStatusIsText() {
        assertThat(send(store, "SET " + freshKey() + " v").asText()).isEqualTo("OK");
    }

    @Test
    void everyStatusIsToldFromAString() {
        List<RedisReply> reply = script("return {redis.status_reply('QUEUED'), 'QUEUED', redis.status_reply('FINE')}")
                .asList();

        assertThat(reply.get(0)).isEqualTo(new RedisReply.Status("QUEUED"));
        assertThat(reply.get(1)).isInstanceOf(RedisReply.Bulk.class);
        assertThat(reply.get(2)).isEqualTo(new RedisReply.Status("FINE"));
        assertThat(script("return redis.status_reply('QUEUED')")).isEqualTo(new RedisReply.Status("QUEUED"));
    }

    @Test
    void anIntegerIsALong() {
        String key = freshKey();
        send(store, "SET " + key + " " + (Long.MAX_VALUE - 1));

        assertThat(send(store, "INCR " + key)).isEqualTo(new RedisReply.Int(Long.MAX_VALUE));
    }

    @Test
    void whatIsNotThereIsNil() {
        assertThat(send(store, "GET " + freshKey())).isSameAs(RedisReply.Nil.INSTANCE);
        assertThat(script("return false")).isSameAs(RedisReply.Nil.INSTANCE);
    }

    @Test
    void anEmptyStringIsNoNil() {
        assertThat(script("return ''").asBytes()).isEmpty();
    }

    @Test
    void anEmptyArrayIsNoNil() {
        assertThat(send(store, "LRANGE " + freshKey() + " 0 -1").asList()).isEmpty();
    }

    @Test
    void arraysMayHoldArraysAndHoles() {
        List<RedisReply> reply = script("return {1, 'two', {3, {}, false}}").asList();

        assertThat(reply.get(0).asLong()).isEqualTo(1);
        assertThat(reply.get(1).asText()).isEqualTo("two");
        List<RedisReply> inner = reply.get(2).asList();
        assertThat(inner.get(0).asLong()).isEqualTo(3);
        assertThat(inner.get(1).asList()).isEmpty();
        assertThat(inner.get(2).isNil()).isTrue();
    }

    @Test
    void anErrorInsideAnArrayStandsInItsPlace() {
        List<RedisReply> reply =
                script("return {1, redis.error_reply('MINE in words'), 3}").asList();

        assertThat(reply)
                .containsExactly(new RedisReply.Int(1), new RedisReply.Failure("MINE in words"), new RedisReply.Int(3));
    }

    @Test
    void everyByteSurvives() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] key = {0, '\r', '\n', -1};
        store.send(RedisCommand.ofBytes("SET", List.of(key, all)));

        assertThat(store.send(RedisCommand.ofBytes("GET", List.of(key))).asBytes())
                .isEqualTo(all);
    }

    @Test
    void textIsUtf8() {
        assertThat(store.send(RedisCommand.of("ECHO", "grüße, 世界 🚀")).asText()).isEqualTo("grüße, 世界 🚀");
    }

    @Test
    void tenMegabytesArriveUnchanged() {
        byte[] value = new byte[10 * 1024 * 1024];
        new Random(7).nextBytes(value);
        byte[] key = freshKey().getBytes(UTF_8);
        store.send(RedisCommand.ofBytes("SET", List.of(key, value)));

        assertThat(store.send(RedisCommand.ofBytes("GET", List.of(key))).asBytes())
                .isEqualTo(value);
    }

    @Test
    void aPipelineAnswersInOrderWithErrorsInTheirPlace() {
        String text = freshKey();
        List<RedisReply> replies = store.sendAll(List.of(
                command("SET " + text + " v"),
                command("LPUSH " + text + " x"),
                command("NOSUCHCOMMAND"),
                command("GET " + text),
                command("GET " + freshKey())));

        assertThat(replies).hasSize(5);
        assertThat(replies.get(0).asText()).isEqualTo("OK");
        assertThat(replies.get(1))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.message()).startsWith("WRONGTYPE "));
        assertThat(replies.get(2))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.message()).startsWith("ERR unknown command"));
        assertThat(replies.get(3).asText()).isEqualTo("v");
        assertThat(replies.get(4).isNil()).isTrue();
    }

    @Test
    void aPipelineLargerThanEveryBufferArrives() {
        List<RedisCommand> commands = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            commands.add(RedisCommand.of("ECHO", "number " + i + " " + "x".repeat(100)));
        }

        List<RedisReply> replies = store.sendAll(commands);

        assertThat(replies).hasSize(50_000);
        assertThat(replies.get(0).asText()).startsWith("number 0 ");
        assertThat(replies.get(49_999).asText()).startsWith("number 49999 ");
    }

    @Test
    void anEmptyPipelineHasNoReplies() {
        assertThat(store.sendAll(List.of())).isEmpty();
    }

    @Test
    void refusalsKeepTheWordsOfRedis() {
        String key = freshKey();
        send(store, "SET " + key + " v");

        assertThatThrownBy(() -> send(store, "LPUSH " + key + " x"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("LPUSH: WRONGTYPE Operation against a key");
        assertThatThrownBy(() -> send(store, "EVALSHA " + "0".repeat(40) + " 0"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("EVALSHA: NOSCRIPT No matching script");
        assertThatThrownBy(() -> script("return redis.error_reply('MINE in words')"))
                .isInstanceOf(StoreException.class)
                .hasMessage("EVAL: MINE in words");
    }

    @Test
    void refusalsAreFinalAndTheConnectionGoesOn() {
        String key = freshKey();

        assertThatThrownBy(() -> send(store, "INCRBY " + key + " nothing"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isFalse());
        assertThat(send(store, "INCR " + key).asLong()).isEqualTo(1);
    }

    @Test
    void connectionsAreNamed() {
        assertThat(send(store, "CLIENT GETNAME").asText()).isEqualTo("rush");
    }

    @Test
    void messagesAndTextsShowNoArguments() {
        assertThatThrownBy(() -> store.send(RedisCommand.of("INCRBY", "k", "private")))
                .hasMessageNotContaining("private");
        assertThat(store).asString().contains("127.0.0.1:" + server.port());
    }

    private static RedisReply script(String lua) {
        return store.send(RedisCommand.of("EVAL", lua, "0"));
    }
}
