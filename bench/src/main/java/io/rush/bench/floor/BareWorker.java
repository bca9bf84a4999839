package io.rush.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker's busy loop and nothing else: hands in the tasks it has with a constant result and takes the next ones, by
 * the call that rush sends for it. Only what must change from call to call is changed: the number of the first attempt,
 * and of each result the key and the attempt. Not thread-safe.
 */
public final class BareWorker {
    private static final int FIRST_ATTEMPT = 5;
    private static final int WANTED = 6;
    private static final int RESULT_WORDS = 5;
    private static final int REFUSED = 2;
    private static final int TAKEN_WORDS = 3;

    private final List<byte[]> head;
    private final List<byte[]> result;
    private final int batch;
    private long nextAttempt;

    private BareWorker(List<byte[]> exchange, int batch) {
        int resultStart = exchange.size() - RESULT_WORDS;
        this.head = new ArrayList<>(exchange.subList(0, resultStart));
        this.result = List.copyOf(exchange.subList(resultStart + 2, exchange.size()));
        this.batch = batch;
        this.nextAttempt = Long.parseLong(new String(exchange.get(FIRST_ATTEMPT), UTF_8)) + 1;
        head.set(WANTED, bytes(batch));
    }

    /**
     * Makes the loop from rush's exchange of one result for one task.
     *
     * @param batch how many tasks each call takes at most
     */
    public static BareWorker of(RedisCommand exchange, int batch) {
        return new BareWorker(exchange.arguments(), batch);
    }

    /** Works until nothing is queued. */
    public void run(BareRedis redis) {
        List<RedisReply> taken = List.of();
        do {
            List<RedisReply> reply = redis.call(Resp.bytes(exchange(taken))).asList();
            taken = reply.subList(REFUSED + 1 + (int) reply.get(REFUSED).asLong(), reply.size());
        } while (!taken.isEmpty());
    }

    private RedisCommand exchange(List<RedisReply> taken) {
        List<byte[]> words = new ArrayList<>(head);
        words.set(FIRST_ATTEMPT, bytes(nextAttempt));
        nextAttempt += batch;
        for (int i = 0; i < taken.size(); i += TAKEN_WORDS) {
            words.add(taken.get(i).asBytes());
            words.add(bytes(taken.get(i + 1).asLong()));
            words.addAll(result);
        }
        return RedisCommand.ofBytes("EVALSHA", words);
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
