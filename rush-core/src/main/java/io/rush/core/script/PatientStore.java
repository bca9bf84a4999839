package io.rush.core.script;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that bears with outages: what fails because Redis is away is sent again until it is back, or has been away for
 * too long. Everything that rush sends may be executed twice. Thread-safe.
 */
public final class PatientStore implements RedisStore {
    private final RedisStore store;
    private final Outages outages;

    /** @param tolerance how long Redis may be away; zero to fail at once */
    public PatientStore(RedisStore store, Duration tolerance) {
        this.store = store;
        this.outages = new Outages(tolerance);
    }

    /** Fails at once from now on, also those calls that wait for Redis to come back. */
    public void losePatience() {
        outages.tolerateNone();
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return persist(() -> store.send(command));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        return persist(() -> allPassed(commands, store.sendAll(commands)));
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        return persistInterruptibly(() -> store.sendBlocking(command, patience));
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        List<RedisCommand> commands = List.of(blocking, next);
        return persistInterruptibly(() -> allPassed(commands, store.sendBlocking(blocking, next, patience)));
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return persist(() -> store.subscribe(channel, listener));
    }

    @Override
    public void close() {
        outages.tolerateNone();
        store.close();
    }

    /** What a server refuses while it fails over is an outage too. */
    private static List<RedisReply> allPassed(List<RedisCommand> commands, List<RedisReply> replies) {
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof RedisReply.Failure failure && failure.isPassing()) {
                throw new StoreException(commands.get(i).name(), true, failure.message(), null);
            }
        }
        return replies;
    }

    private <T> T persist(Supplier<T> call) {
        try {
            return persistInterruptibly(call::get);
        } catch (InterruptedException impossible) {
            throw new AssertionError("only blocking commands are interrupted", impossible);
        }
    }

    private <T> T persistInterruptibly(BlockingCall<T> call) throws InterruptedException {
        @Nullable Outage outage = null;
        while (true) {
            try {
                T answer = call.make();
                outages.over();
                return answer;
            } catch (StoreException failure) {
                if (!failure.isRetryable()) {
                    throw failure;
                }
                outage = outage == null ? outages.begin(failure) : outage;
                outage.pause(failure);
            }
        }
    }

    @FunctionalInterface
    private interface BlockingCall<T> {
        T make() throws InterruptedException;
    }
}
