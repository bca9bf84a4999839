package io.rush.store.lettuce;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.rush.api.store.RedisCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection, on which many threads may talk at once. Thread-safe. */
final class Line {
    /** How many bytes are handed to netty at once; Redis reads so many from one client before it turns to the next. */
    static final int PORTION = 16 * 1024;

    /** After so many bytes a sender waits for the replies to those before: neither side has to keep more than twice it. */
    static final int WINDOW = 4 * 1024 * 1024;

    private final StatefulConnection<byte[], byte[]> connection;
    private final AtomicInteger talking = new AtomicInteger();
    private final Consumer<Line> atEnd;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean retired;
    private volatile boolean proven;
    private volatile Optional<String> clientId = Optional.empty();

    /** @param atEnd is told when it is closed */
    Line(StatefulConnection<byte[], byte[]> connection, Consumer<Line> atEnd) {
        this.connection = connection;
        this.atEnd = atEnd;
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                // Before a caller's client would connect it again, and would repeat what was under way.
                close();
            }
        });
    }

    /** How one waits for the replies to what was sent. */
    @FunctionalInterface
    interface Wait {
        /**
         * Returns when all have landed.
         *
         * @throws LostException if that does not happen in time
         */
        void until(Flight landed);
    }

    /** Whether it could be used the last time anybody looked. */
    boolean isUsable() {
        return connection.isOpen() && !retired;
    }

    /** Whether it has brought replies before: what fails on it then may fail for it having been idle. */
    boolean isProven() {
        return proven;
    }

    /** The number by which Redis knows it; empty if Redis does not say. */
    Optional<String> clientId() {
        return clientId;
    }

    void clientId(String id) {
        clientId = Optional.of(id);
    }

    /** @throws LostException if a reply does not come in time or the connection breaks */
    Arrival exchange(Message message) {
        return exchange(message, flight -> flight.await(0, message.patience()));
    }

    /** @throws LostException if a reply does not come in time or the connection breaks */
    Arrival exchange(Message message, Wait wait) {
        talking.incrementAndGet();
        Flight flight = new Flight(message.commands().size());
        boolean landed = false;
        try {
            send(message.commands(), flight, message.patience());
            wait.until(flight);
            landed = true;
            Arrival arrival = flight.arrival();
            proven = true;
            return arrival;
        } finally {
            if (!landed) {
                flight.abandon();
            }
            if (talking.decrementAndGet() == 0 && retired) {
                close();
            }
        }
    }

    /** Redis works on the first portion while the caller makes the next. */
    private void send(List<RedisCommand> commands, Flight flight, Duration patience) {
        if (commands.size() == 1) {
            connection.dispatch(request(commands.get(0), flight));
            return;
        }
        List<Request> portion = new ArrayList<>(Math.min(commands.size(), 1_000));
        int sent = 0;
        int sentBefore = 0;
        int bytes = 0;
        int window = 0;
        for (RedisCommand command : commands) {
            portion.add(request(command, flight));
            bytes += Wire.sizeOf(command);
            if (bytes >= PORTION) {
                connection.dispatch(portion);
                sent += portion.size();
                window += bytes;
                portion = new ArrayList<>();
                bytes = 0;
            }
            if (window >= WINDOW) {
                flight.await(commands.size() - sentBefore, patience);
                sentBefore = sent;
                window = 0;
            }
        }
        connection.dispatch(portion);
    }

    private static Request request(RedisCommand command, Flight flight) {
        Request request = new Request(command, flight);
        flight.add(request);
        return request;
    }

    /** Takes no further message, and closes when those under way have ended. */
    void retire() {
        retired = true;
        if (talking.get() == 0) {
            close();
        }
    }

    /** Ends it, so that whoever waits on it gets an error. Closing twice is harmless. */
    void close() {
        retired = true;
        if (closed.compareAndSet(false, true)) {
            CompletableFuture<Void> unused = connection.closeAsync().whenComplete((nothing, failure) -> {
                atEnd.accept(this);
                end.complete(null);
            });
        }
    }

    /** Done when it is closed. */
    CompletableFuture<Void> end() {
        return end;
    }
}
