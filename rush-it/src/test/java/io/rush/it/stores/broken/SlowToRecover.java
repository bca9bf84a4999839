package io.rush.it.stores.broken;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Stores that are not well when Redis is. */
final class SlowToRecover {
    private SlowToRecover() {}

    /** Fails once when the server was started again in the meantime. */
    static RedisStore noticingARestartLate(RedisStore sound) {
        AtomicReference<String> known = new AtomicReference<>(run(sound));
        return new Delegate(sound) {
            @Override
            public RedisReply send(RedisCommand command) {
                String now = run(sound);
                String before = known.getAndSet(now);
                if (!before.isEmpty() && !now.isEmpty() && !now.equals(before)) {
                    throw new StoreException(command.name(), true, "the connection had died", null);
                }
                return sound.send(command);
            }
        };
    }

    /** Empty where Redis is away or does not say. */
    private static String run(RedisStore sound) {
        try {
            String info = sound.send(RedisCommand.of("INFO", "server")).asText();
            return info.lines()
                    .filter(line -> line.startsWith("run_id:"))
                    .findFirst()
                    .orElse("");
        } catch (StoreException unknown) {
            return "";
        }
    }

    /** Once no connection could be made, none is tried for the time of the tests. */
    static RedisStore restingAfterAFailure(RedisStore sound) {
        AtomicBoolean resting = new AtomicBoolean();
        return new Delegate(sound) {
            @Override
            public RedisReply send(RedisCommand command) {
                if (resting.get()) {
                    throw new StoreException(command.name(), true, "Redis was away a moment ago", null);
                }
                try {
                    return sound.send(command);
                } catch (StoreException failure) {
                    resting.compareAndSet(false, failure.operation().startsWith("connecting"));
                    throw failure;
                }
            }
        };
    }

    /** The same for subscriptions. */
    static RedisStore givingUpAfterAnAttempt(StoreProvider provider, StoreConfig config) {
        RedisStore sound = provider.open(config);
        int port = ((ServerAddress.Tcp) config.servers().get(0)).port();
        AtomicBoolean resting = new AtomicBoolean();
        Relay relay = Relay.to(() -> {
            resting.compareAndSet(false, !RelayedStores.answers(port));
            if (resting.get()) {
                throw new IllegalStateException("Redis was away a moment ago");
            }
            return port;
        });
        StoreConfig relayed =
                config.toBuilder().server("127.0.0.1", relay.port()).build();
        return RelayedStores.listeningElsewhere(sound, RelayedStores.behind(relay, provider.open(relayed)));
    }
}
