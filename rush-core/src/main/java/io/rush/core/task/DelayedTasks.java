package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One worker's part in moving tasks to the queue whose retry is due. A worker that finds the queue empty is told that there
 * are some, and looks when the next is due. One that always finds a task would never be told: it looks once in a while.
 * Thread-safe.
 */
final class DelayedTasks {
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    private final NetworkStore network;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());
    private volatile boolean busy;

    DelayedTasks(NetworkStore network) {
        this.network = network;
    }

    /** Learns from each exchange that asked for tasks. */
    void learn(ExchangeReply reply) {
        busy = !reply.taken().isEmpty();
    }

    /** Looks if the worker is busy and did not look for a second. */
    void lookOnceInAWhile() {
        if (busy) {
            long last = lastLook.get();
            long now = System.nanoTime();
            if (now - last >= NANOS_BETWEEN_LOOKS && lastLook.compareAndSet(last, now)) {
                promote();
            }
        }
    }

    /** Moves those that are due, and wakes a worker for each. */
    Promotion promote() {
        List<RedisReply> answer = network.run(Script.PROMOTE, new Arguments().add(NetworkStore.PAGE))
                .asList();
        long untilNext = answer.get(1).asLong();
        return new Promotion(
                answer.get(0).asLong() > 0, untilNext < 0 ? NetworkStore.LONGEST_BLOCK : Duration.ofMillis(untilNext));
    }

    /**
     * What became of a look.
     *
     * @param moved whether a task was due
     * @param patience how long nobody needs to look again
     */
    record Promotion(boolean moved, Duration patience) {}
}
