package io.rush.store.jedis;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a channel can go on. A thread's interrupt does not end the wait, as it would not with a socket; it is still
 * there afterwards.
 */
final class ChannelWait implements AutoCloseable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private volatile int timeoutMillis;

    ChannelWait(SocketChannel channel, int timeoutMillis) throws IOException {
        this.channel = channel;
        this.selector = channel.provider().openSelector();
        this.key = channel.register(selector, 0);
        this.timeoutMillis = timeoutMillis;
    }

    int timeoutMillis() {
        return timeoutMillis;
    }

    /** 0 means for ever. */
    void timeoutMillis(int millis) {
        timeoutMillis = millis;
    }

    void untilConnected() throws IOException {
        until(SelectionKey.OP_CONNECT);
        channel.finishConnect();
    }

    /**
     * Waits for an operation of {@link SelectionKey}.
     *
     * @throws SocketTimeoutException when the time is over
     * @throws SocketException when the socket is closed meanwhile
     */
    void until(int operation) throws IOException {
        boolean interrupted = false;
        try {
            key.interestOps(operation);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            boolean ready = false;
            while (!ready) {
                selector.selectedKeys().clear();
                ready = selector.select(left(deadline)) > 0;
                interrupted |= Thread.interrupted();
            }
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            throw failure(closed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long left(long deadline) throws IOException {
        if (!channel.isOpen()) {
            throw new SocketException("the socket is closed");
        }
        if (timeoutMillis == 0) {
            return 0;
        }
        long nanos = deadline - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("nothing within " + timeoutMillis + " ms");
        }
        return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    private static SocketException failure(RuntimeException cause) {
        SocketException closed = new SocketException("the socket is closed");
        closed.initCause(cause);
        return closed;
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
