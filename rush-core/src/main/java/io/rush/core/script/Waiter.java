package io.rush.core.script;

import io.rush.api.store.RedisCommand;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /**
     * Checks, and checks again after each wake-up, until there is something or the time is over.
     *
     * @param check gets the waiter's id to register under, and returns what it found
     */
    public <T> Optional<T> await(Duration timeout, Function<String, Optional<T>> check) {
        Deadline deadline = Deadline.after(timeout);
        String waiter = PROCESS + "-" + COUNTER.incrementAndGet();
        while (true) {
            Optional<T> found = check.apply(waiter);
            if (found.isPresent()) {
                return found;
            }
            if (deadline.isOver()) {
                withdraw(waiter);
                return Optional.empty();
            }
            network.block(waiter, deadline.left());
        }
    }

    private void withdraw(String waiter) {
        network.store()
                .sendAll(List.of(
                        RedisCommand.of("HDEL", network.key("waiting"), waiter),
                        RedisCommand.of("DEL", network.key("wake:" + waiter))));
    }
}
