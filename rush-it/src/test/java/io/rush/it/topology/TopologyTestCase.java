package io.rush.it.topology;

import static io.rush.it.topology.Stores.PATIENCE;
import static io.rush.it.topology.Stores.command;
import static io.rush.it.topology.Stores.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds however Redis is reached. */
abstract class TopologyTestCase {
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final String key = "{tag}:" + KEYS.incrementAndGet();

    /** A store that is open as long as the tests of the class run. */
    abstract RedisStore store();

    @Test
    void commandsHaveTheirReplies() {
        assertThat(send(store(), "SET " + key + " v").asText()).isEqualTo("OK");
        assertThat(send(store(), "GET " + key).asText()).isEqualTo("v");
        assertThat(send(store(), "PING").asText()).isEqualTo("PONG");
        assertThat(send(store(), "EVAL return{KEYS[1],ARGV[1]} 1 " + key + " a").asList())
                .extracting(RedisReply::asText)
                .containsExactly(key, "a");
    }

    @Test
    void largeValuesComeWhole() {
        byte[] value = "0123456789abcdef".repeat(500_000).getBytes(UTF_8);
        store().send(RedisCommand.ofBytes("SET", List.of(key.getBytes(UTF_8), value)));

        assertThat(send(store(), "GET " + key).asBytes()).isEqualTo(value);
    }

    @Test
    void aRefusalIsThrown() {
        send(store(), "SET " + key + " v");

        assertThatThrownBy(() -> send(store(), "LPUSH " + key + " x"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("WRONGTYPE");
    }

    @Test
    void refusalsStandInTheirPlacesInAPipeline() {
        List<RedisReply> replies = store().sendAll(List.of(
                command("SET " + key + " 1"),
                command("LPUSH " + key + " x"),
                command("INCR " + key),
                command("PING"),
                command("EVALSHA 0000000000000000000000000000000000000000 1 " + key),
                command("GET " + key)));

        assertThat(replies).hasSize(6);
        assertThat(replies.get(1))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.message()).startsWith("WRONGTYPE"));
        assertThat(replies.get(2).asLong()).isEqualTo(2);
        assertThat(replies.get(3).asText()).isEqualTo("PONG");
        assertThat(replies.get(4))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.message()).startsWith("NOSCRIPT"));
        assertThat(replies.get(5).asText()).isEqualTo("2");
    }

    @Test
    void aPipelineOverManyKeysIsPutTogetherInOrder() {
        List<String> texts = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        store().sendAll(texts.stream()
                .map(text -> command("SET " + key + text + "{" + text + "} " + text))
                .toList());

        assertThat(store().sendAll(texts.stream()
                        .map(text -> command("GET " + key + text + "{" + text + "}"))
                        .toList()))
                .extracting(RedisReply::asText)
                .isEqualTo(texts);
    }

    @Test
    void aBlockingCommandIsWoken() throws Exception {
        CompletableFuture<RedisReply> popped = CompletableFuture.supplyAsync(() -> pop(Duration.ofSeconds(20)));
        send(store(), "RPUSH " + key + " x");

        assertThat(popped.get(20, TimeUnit.SECONDS).asList().get(1).asText()).isEqualTo("x");
    }

    @Test
    void aBlockingCommandEndsWithItsTime() {
        assertThat(pop(Duration.ofMillis(50)).isNil()).isTrue();
    }

    @Test
    void whatFollowsABlockingCommandTravelsWithIt() throws Exception {
        send(store(), "RPUSH " + key + " x");

        List<RedisReply> replies =
                store().sendBlocking(command("BLPOP " + key + " 5"), command("LLEN " + key), Duration.ofSeconds(5));

        assertThat(replies.get(0).asList().get(1).asText()).isEqualTo("x");
        assertThat(replies.get(1).asLong()).isZero();
    }

    @Test
    void whatFollowsABlockingCommandMayBeForAnotherKey() throws Exception {
        send(store(), "RPUSH " + key + " x");
        send(store(), "SET {other}" + key + " y");

        List<RedisReply> replies = store().sendBlocking(
                        command("BLPOP " + key + " 5"), command("GET {other}" + key), Duration.ofSeconds(5));

        assertThat(replies.get(0).asList().get(1).asText()).isEqualTo("x");
        assertThat(replies.get(1).asText()).isEqualTo("y");
    }

    @Test
    void aStreamIsRead() throws Exception {
        send(store(), "XADD " + key + " 1-1 f v");

        RedisReply reply = store().sendBlocking(
                        command("XREAD COUNT 5 BLOCK 1000 STREAMS " + key + " 0-0"), Duration.ofSeconds(1));

        List<RedisReply> nameAndEntries = reply.asList().get(0).asList();
        assertThat(nameAndEntries.get(0).asText()).isEqualTo(key);
        RedisReply entry = nameAndEntries.get(1).asList().get(0);
        assertThat(entry.asList().get(1).asList())
                .extracting(RedisReply::asText)
                .containsExactly("f", "v");
    }

    @Test
    void aSubscriptionHears() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (RedisSubscription subscription =
                store().subscribe("news" + key, message -> heard.add(new String(message, UTF_8)))) {
            assertThat(subscription).isNotNull();
            send(store(), "PUBLISH news" + key + " hello");

            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("hello");
        }
    }

    @Test
    void manyThreadsGetTheirOwnReplies() throws Exception {
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 16)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 100)
                        .allMatch(i -> echo(thread + "-" + i).equals(thread + "-" + i))))
                .toList();
        for (CompletableFuture<Boolean> one : all) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void settingsComeAsNamesAndValues() {
        List<RedisReply> pair = send(store(), "CONFIG GET appendonly").asList();

        assertThat(pair).extracting(RedisReply::asText).containsExactly("appendonly", "no");
        assertThat(send(store(), "INFO server").asText()).contains("redis_version:");
    }

    private String echo(String text) {
        send(store(), "SET " + key + text + " " + text);
        return send(store(), "GET " + key + text).asText();
    }

    private RedisReply pop(Duration patience) {
        try {
            String seconds = Double.toString(patience.toMillis() / 1000.0);
            return store().sendBlocking(command("BLPOP " + key + " " + seconds), patience);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Sends until it succeeds; whatever goes wrong before must be worth another try. */
    static RedisReply eventually(RedisStore store, String line) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return send(store, line);
            } catch (StoreException failed) {
                assertThat(failed.isRetryable())
                        .as(String.valueOf(failed.getMessage()))
                        .isTrue();
                assertThat(System.nanoTime())
                        .as(String.valueOf(failed.getMessage()))
                        .isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }
}
