package io.rush.it.sockets;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Each call has a line for itself meanwhile; lines that are idle wait for the next call. Thread-safe. */
final class SocketStore implements RedisStore {
    private static final RedisCommand PING = RedisCommand.of("PING");

    private final StoreConfig config;
    private final ServerAddress.Tcp server;
    private final Semaphore turns;
    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SocketStore(StoreConfig config, ServerAddress.Tcp server) {
        this.config = config;
        this.server = server;
        this.turns = new Semaphore(config.maxConnections());
        idle.push(connect());
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return accepted(command.name(), sendAll(List.of(command)).get(0));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        turns.acquireUninterruptibly();
        try {
            return exchange(commands, config.commandTimeout());
        } finally {
            turns.release();
        }
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        failIfInterrupted(command);
        Duration longer = patience.plus(config.commandTimeout());
        RedisReply reply =
                accepted(command.name(), exchange(List.of(command), longer).get(0));
        if (reply.isNil()) {
            failIfInterrupted(command);
        }
        return reply;
    }

    private static void failIfInterrupted(RedisCommand command) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in " + command.name());
        }
    }

    static RedisReply accepted(String operation, RedisReply reply) {
        if (reply instanceof RedisReply.Failure refusal) {
            throw new StoreException(operation, refusal.isPassing(), refusal.message(), null);
        }
        return reply;
    }

    private List<RedisReply> exchange(List<RedisCommand> commands, Duration patience) {
        Line line = borrow();
        try {
            List<RedisReply> replies = line.exchange(commands, patience);
            idle.push(line);
            return replies;
        } catch (IOException broken) {
            drop(line);
            throw unreached(broken);
        }
    }

    /** A line that was idle is asked for a sign of life: its server may have gone. */
    private Line borrow() {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            try {
                line.exchange(List.of(PING), config.commandTimeout());
                return line;
            } catch (IOException broken) {
                drop(line);
            }
        }
        return connect();
    }

    Line connect() {
        Line line = unwelcomed();
        boolean welcome = false;
        try {
            line.exchange(greeting(), config.commandTimeout())
                    .forEach(reply -> accepted("connecting to " + server, reply));
            welcome = !closed;
            return line;
        } catch (IOException broken) {
            throw unreached(broken);
        } finally {
            if (!welcome) {
                drop(line);
            }
        }
    }

    private Line unwelcomed() {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(server.host(), server.port()), (int)
                    config.connectTimeout().toMillis());
            Line line = Line.over(socket);
            open.add(line);
            return line;
        } catch (IOException unreachable) {
            throw unreached(unreachable);
        }
    }

    private List<RedisCommand> greeting() {
        List<RedisCommand> greeting = new ArrayList<>();
        config.credentials()
                .ifPresent(who -> greeting.add(who.user()
                        .map(user -> RedisCommand.of("AUTH", user, who.password()))
                        .orElseGet(() -> RedisCommand.of("AUTH", who.password()))));
        if (config.database() != 0) {
            greeting.add(RedisCommand.of("SELECT", Integer.toString(config.database())));
        }
        greeting.add(PING);
        return greeting;
    }

    Duration patience() {
        return config.commandTimeout();
    }

    void drop(Line line) {
        open.remove(line);
        line.close();
    }

    StoreException unreached(IOException cause) {
        String what = closed ? "the store is closed" : "Redis is not reached: " + cause;
        return new StoreException("speaking to " + server, !closed, what, cause);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return new SocketSubscription(this, channel, listener);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(this::drop);
    }
}
