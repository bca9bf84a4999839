package io.rush.it.sockets;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisSubscription;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Listens on a line and a thread of its own, and again after the line broke. */
final class SocketSubscription implements RedisSubscription {
    private static final System.Logger LOGGER = System.getLogger(SocketSubscription.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SocketStore store;
    private final String channel;
    private final Consumer<byte[]> listener;
    private volatile Line line;
    private boolean closed;

    SocketSubscription(SocketStore store, String channel, Consumer<byte[]> listener) {
        this.store = store;
        this.channel = channel;
        this.listener = listener;
        this.line = subscribed();
        Thread thread = new Thread(this::listen, "subscription to " + channel);
        thread.setDaemon(true);
        thread.start();
    }

    private Line subscribed() {
        Line fresh = store.connect();
        try {
            SocketStore.accepted(
                    "SUBSCRIBE",
                    fresh.exchange(List.of(RedisCommand.of("SUBSCRIBE", channel)), store.patience())
                            .get(0));
            fresh.socket().setSoTimeout(0);
            return fresh;
        } catch (IOException | StoreException refused) {
            store.drop(fresh);
            throw refused instanceof StoreException known ? known : store.unreached((IOException) refused);
        }
    }

    private void listen() {
        while (isOpen()) {
            try {
                hear(line.read().asList().get(2).asBytes());
            } catch (IOException broken) {
                store.drop(line);
                subscribeAgain();
            }
        }
        store.drop(line);
    }

    private void subscribeAgain() {
        try {
            line = subscribed();
        } catch (StoreException failed) {
            if (failed.isRetryable()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            } else {
                close();
            }
        }
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    /** Under the lock, so that nothing is delivered after {@link #close()} has returned. */
    private synchronized void hear(byte[] message) {
        try {
            if (!closed) {
                listener.accept(message);
            }
        } catch (RuntimeException failing) {
            LOGGER.log(System.Logger.Level.WARNING, "a listener to " + channel + " failed", failing);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        store.drop(line);
    }
}
