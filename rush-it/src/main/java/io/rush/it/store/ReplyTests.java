package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Replies of every type arrive as what they are. */
abstract class ReplyTests extends StoreTests {
    private static final int MEGABYTE = 1 << 20;

    ReplyTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aStatusIsItsText() {
        assertThat(send(store(), "SET " + key() + " v").asText()).isEqualTo("OK");
    }

    @Test
    final void integersAreWhole() {
        String key = key();
        send(store(), "SET " + key + " " + (Long.MAX_VALUE - 1));

        assertThat(send(store(), "INCR " + key)).isEqualTo(new RedisReply.Int(Long.MAX_VALUE));
        assertThat(send(store(), "DECRBY " + key() + " " + Long.MAX_VALUE))
                .isEqualTo(new RedisReply.Int(-Long.MAX_VALUE));
    }

    @Test
    final void whatIsNotThereIsNil() {
        assertThat(send(store(), "GET " + key())).isSameAs(RedisReply.Nil.INSTANCE);
        assertThat(store().send(script("return false"))).isSameAs(RedisReply.Nil.INSTANCE);
    }

    @Test
    final void anArrayThatIsNotThereIsNil() {
        assertThat(send(store(), "LPOP " + key() + " 2")).isSameAs(RedisReply.Nil.INSTANCE);
    }

    @Test
    final void anEmptyStringIsNotNil() {
        assertThat(store().send(script("return ''")).asBytes()).isEmpty();
    }

    @Test
    final void anEmptyArrayIsNotNil() {
        assertThat(send(store(), "LRANGE " + key() + " 0 -1")).isEqualTo(new RedisReply.Array(List.of()));
    }

    @Test
    final void arraysMayHoldNil() {
        String key = key();
        send(store(), "HSET " + key + " a 1 c 3");

        List<RedisReply> reply = send(store(), "HMGET " + key + " a b c").asList();

        assertThat(reply).hasSize(3);
        assertThat(reply.get(0).asText()).isEqualTo("1");
        assertThat(reply.get(1)).isSameAs(RedisReply.Nil.INSTANCE);
        assertThat(reply.get(2).asText()).isEqualTo("3");
    }

    @Test
    final void arraysMayHoldArrays() {
        List<RedisReply> reply =
                store().send(script("return {1, 'two', {3, {}, {{'deep'}}}}")).asList();

        assertThat(reply).hasSize(3);
        assertThat(reply.get(0).asLong()).isEqualTo(1);
        assertThat(reply.get(1).asText()).isEqualTo("two");
        List<RedisReply> inner = reply.get(2).asList();
        assertThat(inner).hasSize(3);
        assertThat(inner.get(0).asLong()).isEqualTo(3);
        assertThat(inner.get(1).asList()).isEmpty();
        assertThat(inner.get(2).asList().get(0).asList().get(0).asText()).isEqualTo("deep");
    }

    @Test
    final void anErrorInsideAnArrayStandsInItsPlace() {
        assertThat(store().send(script("return {1, redis.error_reply('MINE in words'), 3}"))
                        .asList())
                .containsExactly(new RedisReply.Int(1), new RedisReply.Failure("MINE in words"), new RedisReply.Int(3));
    }

    @Test
    final void everyByteSurvivesInKeysAndValues() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] key = {0, '\r', '\n', -1, '$', '*'};
        store().send(RedisCommand.ofBytes("SET", List.of(key, all)));

        assertThat(store().send(RedisCommand.ofBytes("GET", List.of(key))).asBytes())
                .isEqualTo(all);
    }

    @Test
    final void textIsUtf8() {
        assertThat(store().send(RedisCommand.of("ECHO", "grüße, 世界 🚀")).asText())
                .isEqualTo("grüße, 世界 🚀");
    }

    @Test
    final void argumentsMayBeEmpty() {
        String key = key();
        store().send(RedisCommand.of("SET", key, ""));

        assertThat(send(store(), "STRLEN " + key).asLong()).isZero();
    }

    @Test
    final void tenMegabytesArriveUnchanged() {
        byte[] value = new byte[10 * MEGABYTE];
        new Random(7).nextBytes(value);
        byte[] key = bytes(key());
        store().send(RedisCommand.ofBytes("SET", List.of(key, value)));

        assertThat(store().send(RedisCommand.ofBytes("GET", List.of(key))).asBytes())
                .isEqualTo(value);
        store().send(RedisCommand.ofBytes("DEL", List.of(key)));
    }

    @Test
    final void arraysMayBeLong() {
        List<RedisReply> reply = store().send(script("local t = {} for i = 1, 100000 do t[i] = i end return t"))
                .asList();

        assertThat(reply).hasSize(100_000);
        assertThat(reply.get(99_999).asLong()).isEqualTo(100_000);
    }
}
