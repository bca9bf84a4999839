package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Commands that block in Redis, each on a line of its own meanwhile. An interrupt has Redis end the wait: what it had
 * handed out by then still arrives, and nothing stays behind on the line. Thread-safe.
 *
 * @param speaker speaks on lines that nobody else uses meanwhile
 * @param other speaks on other lines to the same server
 * @param grace what a reply may take beyond the time the command itself may block
 */
record BlockingCalls(Speaker speaker, Speaker other, Duration grace) {
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(5);

    private static final System.Logger LOGGER = System.getLogger(BlockingCalls.class.getName());
    private static final long UNBLOCK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    /** As long as other commands may take, and never long. */
    BlockingCalls {
        grace = grace.compareTo(LONGEST_GRACE) < 0 ? grace : LONGEST_GRACE;
    }

    /** The replies to commands of which the first blocks; an interrupt meanwhile stays for the caller. */
    List<RedisReply> run(String operation, List<RedisCommand> commands, Duration atMost) {
        Message message = new Message(operation, commands, atMost.plus(grace));
        return speaker.say(operation, line -> line.exchange(message, flight -> await(flight, line, message)))
                .replies();
    }

    private void await(Flight flight, Line line, Message message) {
        long deadline = System.nanoTime() + message.patience().toNanos();
        long next = deadline;
        boolean interrupted = false;
        try {
            while (!flight.awaitUnlessInterrupted(next)) {
                interrupted |= Thread.interrupted();
                if (deadline - System.nanoTime() <= 0) {
                    throw LostException.late();
                }
                line.clientId().ifPresent(this::unblock);
                // Redis may have been told before it began to block.
                next = Math.min(deadline, System.nanoTime() + UNBLOCK_AGAIN_NANOS);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void unblock(String clientId) {
        RedisCommand command = RedisCommand.of("CLIENT", "UNBLOCK", clientId);
        try {
            other.say(new Message("CLIENT UNBLOCK", List.of(command), grace));
        } catch (StoreException unreachable) {
            LOGGER.log(Level.DEBUG, "a blocking command was not ended early", unreachable);
        }
    }
}
