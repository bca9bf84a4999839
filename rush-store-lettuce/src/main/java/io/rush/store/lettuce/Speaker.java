package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;

/**
 * Says a message on a line. A line that was idle may have died unnoticed: what is lost on one that worked before is said
 * once more on another. Everything rush sends bears being executed twice. Thread-safe.
 */
final class Speaker {
    private final Lines lines;
    private final Switchboard switchboard;
    private final StoreFailures failures;

    Speaker(Lines lines, Switchboard switchboard, StoreFailures failures) {
        this.lines = lines;
        this.switchboard = switchboard;
        this.failures = failures;
    }

    /** One exchange on a line. */
    @FunctionalInterface
    interface Conversation {
        /**
         * Says and hears everything.
         *
         * @throws LostException if a reply does not come in time or the connection breaks
         */
        Arrival on(Line line);
    }

    /** @throws StoreException if no line can be opened, it broke, or no reply came in time */
    Arrival say(Message message) {
        return say(message.operation(), line -> line.exchange(message));
    }

    /** @throws StoreException if no line can be opened, it broke, or no reply came in time */
    Arrival say(String operation, Conversation conversation) {
        try {
            return attempt(conversation);
        } catch (LostException lost) {
            throw switchboard.isClosed() ? failures.closed(operation) : failures.lost(operation, lost);
        } catch (StoreException failed) {
            throw switchboard.isClosed() ? failures.closed(operation) : failed;
        }
    }

    private Arrival attempt(Conversation conversation) {
        Line line = lines.take();
        boolean mayBeStale = line.isProven();
        try {
            return talk(line, conversation);
        } catch (LostException lost) {
            if (!mayBeStale || lost.isTimeout() || switchboard.isClosed()) {
                throw lost;
            }
            return talk(lines.take(), conversation);
        }
    }

    private Arrival talk(Line line, Conversation conversation) {
        boolean good = false;
        try {
            Arrival arrival = conversation.on(line);
            // A server that is not, or no longer, the one to ask: the next line may lead to another.
            good = arrival.replies().stream()
                    .noneMatch(reply -> reply instanceof RedisReply.Failure failure && failure.isPassing());
            return arrival;
        } finally {
            if (good) {
                lines.giveBack(line);
            } else {
                lines.giveUp(line);
            }
        }
    }
}
