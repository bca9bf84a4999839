package io.rush.examples.store;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisSubscription;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
        }
    }

    private void listen() {
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
            }
        }
    }

    private boolean isEnded() {
        return ended.getCount() == 0 || lines.isClosed();
    }

    /** Waits for a message that is being delivered. */
    @Override
    public synchronized void close() {
        ended.countDown();
        lines.drop(line);
    }
}
