package io.rush.bench.floor;

import io.rush.api.store.RedisCommand;
import java.util.List;

/** What rush sent, prepared to be sent again by the bare client, flush by flush. Immutable. */
public final class Replay {
    private final List<Flush> flushes;

    private Replay(List<Flush> flushes) {
        this.flushes = flushes;
    }

    /** Prepares the bytes of recorded flushes. */
    public static Replay of(List<List<RedisCommand>> recorded) {
        return new Replay(recorded.stream()
                .map(commands -> new Flush(Resp.bytes(commands), commands.size()))
                .toList());
    }

    /** Sends all of it: a flush, its replies, the next flush. */
    public void on(BareRedis redis) {
        flushes.forEach(flush -> redis.send(flush.bytes(), flush.replies()));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Flush(byte[] bytes, int replies) {}
}
