package io.rush.examples.store;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
<<<<<<< HEAD
=======
import io.rush.api.store.RedisReply;
>>>>>>> main
import io.rush.api.store.RedisSubscription;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
<<<<<<< HEAD
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
            SocketStore.accepted("SUBSCRIBE", fresh.exchange(List.of(RedisCommand.of("SUBSCRIBE", channel)), store.patience()).get(0));
            fresh.socket().setSoTimeout(0);
            return fresh;
        } catch (IOException | StoreException refused) {
            store.drop(fresh);
            throw refused instanceof StoreException known ? known : store.unreached((IOException) refused);
=======
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hands on the messages of a channel from a thread of its own, which subscribes anew when its connection is lost. */
final class SocketSubscription implements RedisSubscription {
    private static final long PAUSE_MILLIS = 100;
    private static final int MESSAGE = 2;

    private final Lines lines;
    private final String channel;
    private final Consumer<byte[]> listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Line line;

    private SocketSubscription(Lines lines, String channel, Consumer<byte[]> listener) {
        this.lines = lines;
        this.channel = channel;
        this.listener = listener;
        this.line = subscribed();
    }

    static SocketSubscription start(Lines lines, String channel, Consumer<byte[]> listener) {
        SocketSubscription subscription = new SocketSubscription(lines, channel, listener);
        Thread thread = new Thread(subscription::listen, "socket-store-" + channel);
        thread.setDaemon(true);
        thread.start();
        return subscription;
    }

    private Line subscribed() {
        Line fresh = lines.open();
        try {
            RedisReply reply = fresh.exchange(List.of(RedisCommand.of("SUBSCRIBE", channel)))
                    .get(0);
            if (reply instanceof RedisReply.Failure refusal) {
                throw new StoreException("SUBSCRIBE", refusal.isPassing(), refusal.message(), null);
            }
            fresh.waitFor(Duration.ZERO);
            return fresh;
        } catch (IOException broken) {
            lines.drop(fresh);
            throw new StoreException("SUBSCRIBE", true, "the connection broke", broken);
        } catch (StoreException refused) {
            lines.drop(fresh);
            throw refused;
>>>>>>> main
        }
    }

    private void listen() {
<<<<<<< HEAD
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
=======
        while (!isEnded()) {
            try {
                hear(line.read());
            } catch (IOException broken) {
                lines.drop(line);
                subscribeAgain();
            }
        }
        lines.drop(line);
    }

    private synchronized void hear(RedisReply message) {
        if (!isEnded()) {
            listener.accept(message.asList().get(MESSAGE).asBytes());
        }
    }

    private void subscribeAgain() {
        while (!isEnded()) {
            try {
                ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                line = subscribed();
                return;
            } catch (InterruptedException nobodyElses) {
                ended.countDown();
            } catch (StoreException stillAway) {
                // Until the server is back.
>>>>>>> main
            }
        }
    }

<<<<<<< HEAD
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
=======
    private boolean isEnded() {
        return ended.getCount() == 0 || lines.isClosed();
    }

    /** Waits for a message that is being delivered. */
    @Override
    public synchronized void close() {
        ended.countDown();
        lines.drop(line);
>>>>>>> main
    }
}
