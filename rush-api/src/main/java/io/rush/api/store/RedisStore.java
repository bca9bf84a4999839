package io.rush.api.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A connected Redis client as rush needs it: four abilities and nothing else. Thread-safe; callers of one store do not
 * wait for each other's blocking commands.
 *
 * <p>Commands may reach the server twice when a connection breaks; every mutation rush sends bears that.
 *
 * <p>A store comes back by itself, and within a bound, after whatever happened to its connections:
 *
 * <ul>
 *   <li>Calls under way on a connection that breaks end at once: they fail as retryable, or are made again.
 *   <li>A call that begins when Redis can be reached works at the first try, however long Redis was away and however many
 *       calls failed meanwhile. The store has no pauses of its own between calls.
 *   <li>A subscription is confirmed again within {@link RedisSubscription#RESUMES_WITHIN}.
 *   <li>The primary that sentinels name is used within {@link #FOLLOWS_WITHIN}, also while the former one still answers.
 *       What was under way there ends when the former one becomes a replica, which sentinels see to after some eight
 *       seconds; nothing stays connected to it.
 * </ul>
 *
 * <p>Redis can be reached when the server answers; behind sentinels when these name a primary, which is up to their own
 * time-outs; in a cluster when it calls its state {@code ok}. There the first call for a server that was replaced may still
 * fail, as retryable, and the next one goes to the replacement.
 */
public interface RedisStore extends AutoCloseable {
    /** The longest time from when sentinels name another primary until calls go there. */
    Duration FOLLOWS_WITHIN = Duration.ofSeconds(5);

    /**
     * Sends one command and waits for its reply.
     *
     * @return the reply; never {@link RedisReply.Failure}
     * @throws io.rush.api.error.StoreException if Redis answers with an error (not retryable, the message holds
     *     Redis' own words) or is not reached in time (retryable)
     */
    RedisReply send(RedisCommand command);

    /**
     * Sends many commands in one flush and waits for all replies.
     *
     * @param commands may make each command when it is asked for: a store that walks through the list as it writes, from
     *     one thread and as often as it needs, has Redis work on the first while the next is made
     * @return one reply a command in the same order; what Redis refused stands as {@link RedisReply.Failure} in its place
     * @throws io.rush.api.error.StoreException if the connection broke; some commands may have been executed
     */
    List<RedisReply> sendAll(List<RedisCommand> commands);

    /**
     * Sends one command that blocks in Redis, such as {@code BLPOP}, on a connection that nobody else uses meanwhile.
     *
     * @param patience how long the command itself may block; the store waits somewhat longer for the reply, but no longer
     *     than for that of another command
     * @return the reply; never {@link RedisReply.Failure}
     * @throws InterruptedException if the thread is interrupted; noticed at the latest when {@code patience} is over
     * @throws io.rush.api.error.StoreException as for {@link #send}, also at once when the store is closed
     */
    RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException;

    /**
     * Sends one command that blocks, as {@link #sendBlocking(RedisCommand, Duration)} does, and one that Redis runs as soon
     * as the first has ended, whatever that answered. A store that sends both in one flush saves a round trip; as it stands
     * here, the second is sent when the first has answered.
     *
     * @param next is on its way already when the thread is interrupted in between; its reply then comes to the caller, and
     *     the interrupt stays for the next call
     * @return both replies in order; what Redis refused may stand as {@link RedisReply.Failure} in its place
     * @throws InterruptedException if the thread was interrupted before; neither command was run then
     * @throws io.rush.api.error.StoreException if the connection broke; one command or both may have been executed
     */
    default List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        RedisReply ended = sendBlocking(blocking, patience);
        return List.of(ended, sendAll(List.of(next)).get(0));
    }

    /**
     * Listens to a channel on a connection of its own and subscribes again after a lost connection, within {@link
     * RedisSubscription#RESUMES_WITHIN}. Messages published while the connection is down are missed.
     *
     * @param listener called with each message, in order, on a thread of the store; it must not block
     * @return after the server has confirmed the subscription
     */
    RedisSubscription subscribe(String channel, Consumer<byte[]> listener);

    /** Closes every connection; blocked calls end with an error. Closing twice is harmless. */
    @Override
    void close();
}
