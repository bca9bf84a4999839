package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many commands at once are answered in order. */
abstract class PipelineTests extends StoreTests {
    private static final int MANY = 10_000;

    PipelineTests(Contract contract) {
        super(contract);
    }

    @Test
    final void anEmptyPipelineHasNoReplies() {
        assertThat(store().sendAll(List.of())).isEmpty();
    }

    @Test
    final void aPipelineOfOneHasOneReply() {
        assertThat(store().sendAll(List.of(command("STRLEN " + key())))).containsExactly(new RedisReply.Int(0));
    }

    @Test
    final void anErrorInTheMiddleStandsInItsPlaceAndTheRestGoesOn() {
        String key = key();

        List<RedisReply> replies = store().sendAll(List.of(
                command("SET " + key + " v"),
                command("LPUSH " + key + " x"),
                command("NOSUCHCOMMAND " + key),
                command("STRLEN " + key)));

        assertThat(replies).hasSize(4);
        assertThat(replies.get(0).asText()).isEqualTo("OK");
        assertRefused(replies.get(1), "WRONGTYPE ");
        assertRefused(replies.get(2), "ERR unknown command");
        assertThat(replies.get(3)).isEqualTo(new RedisReply.Int(1));
    }

    private static void assertRefused(RedisReply reply, String words) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.message()).startsWith(words));
    }

    @Test
    final void whatIsNotThereIsNilInAPipeline() {
        List<RedisReply> replies = store().sendAll(List.of(command("GET " + key()), command("GET " + key())));

        assertThat(replies).containsExactly(RedisReply.Nil.INSTANCE, RedisReply.Nil.INSTANCE);
    }

    @Test
    final void tenThousandCommandsAreAnsweredInOrderWhicheverKeysTheyHave() {
        String prefix = key();
        List<RedisReply> written = store().sendAll(commands(MANY, i -> "SET " + prefix + i + " " + i));

        List<RedisReply> read = store().sendAll(commands(MANY, i -> "GET " + prefix + i));

        assertThat(written.stream().map(RedisReply::asText)).hasSize(MANY).containsOnly("OK");
        assertThat(read.stream().map(RedisReply::asText))
                .isEqualTo(IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
        store().sendAll(commands(MANY, i -> "DEL " + prefix + i));
    }

    @Test
    final void aPipelineLargerThanEveryBufferArrives() {
        String filling = "x".repeat(1_000);

        List<RedisReply> replies = store().sendAll(commands(MANY, i -> "ECHO " + i + ":" + filling));

        assertThat(replies.stream().map(RedisReply::asText))
                .isEqualTo(IntStream.range(0, MANY)
                        .mapToObj(i -> i + ":" + filling)
                        .toList());
    }

    @Test
    final void commandsMayBeMadeWhenTheyAreAskedForByOneThread() {
        String key = key();
        Set<Thread> makers = ConcurrentHashMap.newKeySet();
        List<RedisCommand> onDemand = new AbstractList<>() {
            @Override
            public RedisCommand get(int index) {
                makers.add(Thread.currentThread());
                return command("APPEND " + key + " " + index % 10);
            }

            @Override
            public int size() {
                return 1_000;
            }
        };

        List<RedisReply> replies = store().sendAll(onDemand);

        assertThat(replies.stream().map(RedisReply::asLong))
                .isEqualTo(
                        IntStream.rangeClosed(1, 1_000).mapToObj(i -> (long) i).toList());
        assertThat(send(store(), "GET " + key).asText()).isEqualTo("0123456789".repeat(100));
        assertThat(makers).hasSize(1);
    }

    private static List<RedisCommand> commands(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(i -> command(line.apply(i))).toList();
    }
}
