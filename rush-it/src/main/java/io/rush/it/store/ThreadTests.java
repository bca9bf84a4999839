package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads share a store. */
abstract class ThreadTests extends StoreTests {
    private static final int THREADS = 32;
    private static final int ROUNDS = 50;
    private static final int FEW = 4;

    ThreadTests(Contract contract) {
        super(contract);
    }

    @Test
    final void everyThreadGetsTheRepliesToItsOwnCommands() throws Exception {
        assertEachIsAnswered(open());
    }

    @Test
    final void moreThreadsThanConnectionsTakeTurns() throws Exception {
        int before = clients().size();

        assertEachIsAnswered(open(config().maxConnections(FEW)));

        // One server of a cluster may be asked by all, and each by somebody else.
        assertThat(clients().size() - before)
                .isLessThanOrEqualTo((FEW + 1) * servers().admins().size());
    }

    private void assertEachIsAnswered(RedisStore store) throws Exception {
        String counter = key();
        CountDownLatch start = new CountDownLatch(THREADS);
        List<Background<Integer>> all = IntStream.range(0, THREADS)
                .mapToObj(thread -> background(() -> {
                    start.countDown();
                    start.await();
                    IntStream.range(0, ROUNDS).forEach(round -> converse(store, counter, thread + "-" + round));
                    return thread;
                }))
                .toList();

        all.forEach(Background::result);

        assertThat(admin("GET " + counter).asText()).isEqualTo(Integer.toString(THREADS * ROUNDS * 2));
    }

    private static void converse(RedisStore store, String counter, String text) {
        RedisCommand increment = RedisCommand.of("INCR", counter);
        List<RedisReply> counts = store.sendAll(List.of(increment, RedisCommand.of("ECHO", text), increment));
        assertThat(counts.get(1).asText()).isEqualTo(text);
        assertThat(counts.get(2).asLong()).isGreaterThan(counts.get(0).asLong());
        assertThat(store.send(RedisCommand.of("ECHO", text)).asText()).isEqualTo(text);
    }
}
