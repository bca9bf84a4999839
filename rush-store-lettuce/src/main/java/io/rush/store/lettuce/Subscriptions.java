package io.rush.store.lettuce;

import io.rush.api.store.RedisSubscription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The running subscriptions of one store. Thread-safe. */
final class Subscriptions {
    private final Opener opener;
    private final Set<LettuceSubscription> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Subscriptions(Opener opener) {
        this.opener = opener;
    }

    RedisSubscription start(String channel, Consumer<byte[]> listener) {
        failIfClosed(channel);
        LettuceSubscription subscription = new LettuceSubscription(opener, channel, listener, running::remove);
        running.add(subscription);
        if (closed) {
            subscription.close();
        }
        failIfClosed(channel);
        subscription.start();
        return subscription;
    }

    private void failIfClosed(String channel) {
        if (closed) {
            throw opener.failures().closed("SUBSCRIBE " + channel);
        }
    }

    void close() {
        closed = true;
        running.forEach(LettuceSubscription::close);
    }
}
