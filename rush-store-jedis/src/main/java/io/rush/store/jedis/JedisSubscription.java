package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisSubscription;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisException;

/** Brings a channel's messages to a listener on a thread of its own, across lost connections. Thread-safe. */
final class JedisSubscription implements RedisSubscription {
    private static final System.Logger LOGGER = System.getLogger(JedisSubscription.class.getName());

    private final Opener opener;
    private final String channel;
    private final Consumer<byte[]> listener;
    private final Consumer<JedisSubscription> atClose;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object delivery = new Object();
    private volatile ChannelReader reader;

    /**
     * Returns when the server has confirmed the subscription; {@link #start} then delivers.
     *
     * @throws StoreException if it is not reached or refuses
     */
    JedisSubscription(Opener opener, String channel, Consumer<byte[]> listener, Consumer<JedisSubscription> atClose) {
        this.opener = opener;
        this.channel = channel;
        this.listener = listener;
        this.atClose = atClose;
        this.reader = ChannelReader.open(opener, channel);
    }

    void start() {
        Thread thread = new Thread(this::listen, "rush-subscription-" + channel);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!isClosed()) {
            try {
                reader.next().ifPresent(this::deliver);
            } catch (JedisException lost) {
                reader.end();
                resubscribe(lost);
            }
        }
    }

    private void deliver(byte[] message) {
        synchronized (delivery) {
            if (isClosed()) {
                return;
            }
            try {
                listener.accept(message);
            } catch (RuntimeException broken) {
                LOGGER.log(Level.WARNING, "the listener of channel " + channel + " failed on a message", broken);
            }
        }
    }

    private void resubscribe(JedisException lost) {
        if (isClosed()) {
            return;
        }
        LOGGER.log(Level.WARNING, "lost the subscription to channel " + channel + ", subscribing again: " + lost);
        Backoff backoff = new Backoff();
        boolean subscribed = false;
        while (!subscribed && !isClosedWithin(backoff.nextMillis())) {
            subscribed = attempt();
        }
    }

    private boolean attempt() {
        try {
            reader = ChannelReader.open(opener, channel);
        } catch (StoreException unreachable) {
            LOGGER.log(Level.DEBUG, "still without a subscription to channel " + channel, unreachable);
            return false;
        }
        if (isClosed()) {
            reader.end();
        }
        return true;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException fromListener) {
            return isClosed();
        }
    }

    @Override
    public void close() {
        // Waits for a delivery under way, so that none comes after the return.
        synchronized (delivery) {
            closed.countDown();
        }
        reader.end();
        atClose.accept(this);
    }
}
