package io.rush.examples.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.StoreConfig;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.mcf.TrackingConnectionPool;

/**
 * Each conversation with the server has a connection of the pool for itself; those that do not block take turns. The pool
 * is one that ends connections which are in use. Thread-safe.
 */
record OneServerStore(StoreConfig config, TrackingConnectionPool pool) implements RedisStore {
    @Override
    public synchronized RedisReply send(RedisCommand command) {
        return ask(command, config.commandTimeout());
    }

    @Override
    public synchronized List<RedisReply> sendAll(List<RedisCommand> commands) {
        return converse("a pipeline", config.commandTimeout(), connection -> {
            commands.forEach(command -> connection.sendCommand(raw(command)));
            return reply(connection.getMany(commands.size())).asList();
        });
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("before " + command.name());
        }
        RedisReply reply = ask(command, patience.plus(config.commandTimeout()));
        // What Redis has handed out must arrive; the interrupt is then for the next call.
        if (reply.isNil() && Thread.interrupted()) {
            throw new InterruptedException("in " + command.name());
        }
        return reply;
    }

    private RedisReply ask(RedisCommand command, Duration patience) {
        return converse(command.name(), patience, connection -> reply(connection.executeCommand(raw(command))));
    }

    /** Gives the connection back to the pool, which ends it if it broke. */
    private <T> T converse(String operation, Duration patience, Function<Connection, T> conversation) {
        try (Connection connection = pool.getResource()) {
            connection.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return conversation.apply(connection);
        } catch (JedisException failed) {
            // The pool wraps what a new connection is refused with.
            JedisException cause = failed.getCause() instanceof JedisDataException refusal ? refusal : failed;
            String words = String.valueOf(cause.getMessage());
            boolean passing = !(cause instanceof JedisDataException) || new RedisReply.Failure(words).isPassing();
            throw new StoreException(operation + " at " + config, passing && !pool.isClosed(), words, failed);
        }
    }

    private static CommandArguments raw(RedisCommand command) {
        return new CommandArguments(() -> command.name().getBytes(UTF_8)).addObjects(command.arguments());
    }

    private static RedisReply reply(@Nullable Object raw) {
        if (raw instanceof byte[] text) {
            return new RedisReply.Bulk(text);
        }
        if (raw instanceof Long number) {
            return new RedisReply.Int(number);
        }
        if (raw instanceof List<?> elements) {
            return new RedisReply.Array(
                    elements.stream().map(OneServerStore::reply).toList());
        }
        return raw instanceof JedisDataException refusal
                ? new RedisReply.Failure(String.valueOf(refusal.getMessage()))
                : RedisReply.Nil.INSTANCE;
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        Subscription subscription = new Subscription();
        Thread thread = new Thread(() -> subscription.goOn(channel, listener), "subscription to " + channel);
        thread.setDaemon(true);
        thread.start();
        subscription.first.join().ifPresent(refusal -> {
            subscription.close();
            throw refusal;
        });
        return subscription;
    }

    /** Ends what is under way, too. */
    @Override
    public void close() {
        pool.forceDisconnect();
    }

    /** Listens in a conversation without an end, and in another when that broke. */
    private final class Subscription implements RedisSubscription {
        /** What became of the first attempt. */
        private final CompletableFuture<Optional<StoreException>> first = new CompletableFuture<>();

        private volatile Optional<Connection> current = Optional.empty();
        private volatile boolean closed;

        private void goOn(String channel, Consumer<byte[]> listener) {
            do {
                try {
                    converse("SUBSCRIBE", config.commandTimeout(), connection -> listen(connection, channel, listener));
                } catch (StoreException broken) {
                    first.complete(Optional.of(broken));
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            } while (!closed && !pool.isClosed());
        }

        private boolean listen(Connection connection, String channel, Consumer<byte[]> listener) {
            current = Optional.of(connection);
            connection.executeCommand(raw(RedisCommand.of("SUBSCRIBE", channel)));
            connection.setTimeoutInfinite();
            first.complete(Optional.empty());
            // Asked again: what is sent on a connection that was ended meanwhile makes Jedis connect anew.
            while (!closed && !pool.isClosed()) {
                hear(connection.getBinaryMultiBulkReply().get(2), listener);
            }
            connection.setBroken();
            return closed;
        }

        private synchronized void hear(byte[] message, Consumer<byte[]> listener) {
            try {
                if (!closed) {
                    listener.accept(message);
                }
            } catch (RuntimeException failing) {
                System.getLogger("one-server").log(Level.WARNING, "a listener failed", failing);
            }
        }

        /** Waits for a listener that hears a message, so that it hears none later. */
        @Override
        public synchronized void close() {
            closed = true;
            current.ifPresent(Connection::disconnect);
        }
    }
}
