package io.rush.core.script;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Waits for changes in a network without polling: a check that finds nothing registers the waiter in the same script,
 * and the script that makes the change wakes it. Thread-safe.
 */
public final class Waiter {
    private static final String PROCESS = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    private static final AtomicLong COUNTER = new AtomicLong();

    private final NetworkStore network;

    public Waiter(NetworkStore network) {
        this.network = network;
    }

    /** Checks as often as needed, see {@link #await(Duration, Duration, Function)}. */
    public <T> Optional<T> await(Duration timeout, Function<String, Optional<T>> check) {
        return await(timeout, NetworkStore.LONGEST_BLOCK, check);
    }

    /**
     * Checks, and checks again after each wake-up, until there is something or the time is over.
     *
     * @param patience the longest time between two checks
     * @param check gets the waiter's id, and either returns what it found or registers the waiter
     */
    public <T> Optional<T> await(Duration timeout, Duration patience, Function<String, Optional<T>> check) {
        Deadline deadline = Deadline.after(timeout);
        String waiter = PROCESS + "-" + COUNTER.incrementAndGet();
        boolean registered = false;
        while (true) {
            Optional<T> found = check(waiter, check);
            if (found.isPresent() || deadline.isOver()) {
                if (registered || found.isEmpty()) {
                    withdraw(waiter);
                }
                return found;
            }
            Duration left = deadline.left();
            registered = !network.block(waiter, left.compareTo(patience) < 0 ? left : patience);
        }
    }

    private <T> Optional<T> check(String waiter, Function<String, Optional<T>> check) {
        try {
            return check.apply(waiter);
        } catch (RuntimeException failure) {
            try {
                withdraw(waiter);
            } catch (RuntimeException unreachable) {
                failure.addSuppressed(unreachable);
            }
            throw failure;
        }
    }

    /** Sends one script by the sender, and returns what it found, or has registered the waiter. */
    @FunctionalInterface
    public interface Question<T> {
        Optional<T> ask(String waiter, ScriptSender sender);
    }

    /** Does what {@link #await} does for a check of one script, which is with Redis already when the waiter is woken. */
    public <T> Optional<T> awaitReply(Duration timeout, Question<T> question) {
        Deadline deadline = Deadline.after(timeout);
        String waiter = PROCESS + "-" + COUNTER.incrementAndGet();
        Optional<T> found = question.ask(waiter, network::run);
        AtomicBoolean registered = new AtomicBoolean(found.isEmpty());
        while (found.isEmpty() && !deadline.isOver()) {
            found = question.ask(waiter, whenWoken(waiter, deadline, registered));
        }
        if (registered.get() || found.isEmpty()) {
            withdraw(waiter);
        }
        return found;
    }

    private ScriptSender whenWoken(String waiter, Deadline deadline, AtomicBoolean registered) {
        return (script, arguments) -> {
            List<RedisReply> replies = network.runWhenWoken(waiter, deadline.left(), script, arguments);
            registered.set(replies.get(0).isNil());
            return replies.get(1);
        };
    }

    private void withdraw(String waiter) {
        network.store()
                .sendAll(List.of(
                        RedisCommand.of("HDEL", network.key("waiting"), waiter),
                        RedisCommand.of("DEL", network.key("wake:" + waiter))));
    }
}
