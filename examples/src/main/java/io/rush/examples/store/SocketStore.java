package io.rush.examples.store;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Redis over sockets: a connection for each call that is under way. Thread-safe. */
final class SocketStore implements RedisStore {
    /** What a blocking command's reply may take beyond the time the command itself may block. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Lines lines;
    private final Places places;
    private final Duration commandTimeout;

    private SocketStore(LineOpener opener) {
        this.lines = new Lines(opener);
        this.commandTimeout = opener.config().commandTimeout();
        this.places = new Places(opener.config().maxConnections(), commandTimeout);
    }

    /** Proves that the server is there by a first connection, which the first call then takes. */
    static SocketStore open(LineOpener opener) {
        SocketStore store = new SocketStore(opener);
        store.send(RedisCommand.of("PING"));
        return store;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return succeeded(command, sendAll(List.of(command)).get(0));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        String operation = commands.get(0).name();
        places.take(operation);
        try {
            return lines.exchange(operation, commands, commandTimeout);
        } finally {
            places.leave();
        }
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        failIfInterrupted(command);
        RedisReply reply = lines.exchange(command.name(), List.of(command), patience.plus(GRACE))
                .get(0);
        if (reply.isNil()) { // what Redis has handed out must reach the caller
            failIfInterrupted(command);
        }
        return succeeded(command, reply);
    }

    private static void failIfInterrupted(RedisCommand command) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in " + command.name());
        }
    }

    private static RedisReply succeeded(RedisCommand command, RedisReply reply) {
        if (reply instanceof RedisReply.Failure failure) {
            throw new StoreException(command.name(), failure.isPassing(), failure.message(), null);
        }
        return reply;
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return SocketSubscription.start(lines, channel, listener);
    }

    @Override
    public void close() {
        lines.close();
    }
}
