package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.DriverInfo;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Opens lines that are authenticated, named and proven to work, with one round trip. Lettuce neither repeats a command nor
 * connects again by itself: who talks on a line that broke is told, and takes another. Thread-safe.
 */
final class LineOpener {
    private static final RedisCommand NAME = RedisCommand.of("CLIENT", "SETNAME", "rush");
    private static final RedisCommand ID = RedisCommand.of("CLIENT", "ID");

    private final StoreConfig config;
    private final StoreFailures failures;
    private final RedisClient client;
    private final RedisURI address;
    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LineOpener(StoreConfig config) {
        this.config = config;
        ServerAddress.Tcp server = (ServerAddress.Tcp) config.servers().get(0);
        this.failures = new StoreFailures(server.host(), server.port());
        this.client = RedisClient.create(NettyThreads.borrow());
        client.setOptions(options(config));
        this.address = RedisURI.create(server.host(), server.port());
        // Redis would be told, in another round trip.
        address.setDriverInfo(DriverInfo.builder().name("").build());
        address.setLibraryVersion("");
    }

    private static ClientOptions options(StoreConfig config) {
        // A subscription only reads, so nothing but probes would tell it that its server has vanished.
        KeepAliveOptions probes = KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(30))
                .interval(Duration.ofSeconds(10))
                .count(3)
                .build();
        SocketOptions sockets = SocketOptions.builder()
                .connectTimeout(config.connectTimeout())
                .keepAlive(probes)
                .build();
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .pingBeforeActivateConnection(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .socketOptions(sockets)
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .useHashIndexQueue(false)
                .build();
    }

    StoreConfig config() {
        return config;
    }

    StoreFailures failures() {
        return failures;
    }

    /** @throws StoreException if the server is not reached or refuses the credentials */
    Line open() {
        return greeted(connected(client.connectAsync(ByteArrayCodec.INSTANCE, address)));
    }

    /**
     * A line that is subscribed to a channel.
     *
     * @throws StoreException as for {@link #open}, and if the server refuses the channel
     */
    ChannelReader openForChannel(String channel) {
        String operation = "SUBSCRIBE " + channel;
        StatefulRedisPubSubConnection<byte[], byte[]> connection =
                connected(client.connectPubSubAsync(ByteArrayCodec.INSTANCE, address));
        ChannelReader reader = new ChannelReader(connection, greeted(connection));
        try {
            RedisReply reply = reader.subscribe(channel, config.commandTimeout());
            if (reply instanceof RedisReply.Failure refused) {
                reader.end();
                throw failures.refused(operation, refused.message());
            }
            return reader;
        } catch (LostException lost) {
            reader.end();
            throw failures.lost(operation, lost);
        }
    }

    private <C> C connected(CompletionStage<C> connecting) {
        long millis = Math.max(1, config.connectTimeout().toMillis());
        try {
            return connecting
                    .toCompletableFuture()
                    .orTimeout(millis, TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failures.unreachable(failed);
        }
    }

    private Line greeted(StatefulConnection<byte[], byte[]> connection) {
        Line line = new Line(connection, open::remove);
        open.add(line);
        if (closed) {
            line.close();
            throw failures.closed("connecting");
        }
        boolean welcome = false;
        try {
            greet(line);
            welcome = true;
            return line;
        } catch (LostException lost) {
            throw failures.unreachable(lost);
        } finally {
            if (!welcome) {
                line.close();
            }
        }
    }

    private void greet(Line line) {
        List<RedisCommand> greeting = greeting();
        List<RedisReply> replies = line.exchange(new Message("greeting", greeting, config.connectTimeout()))
                .replies();
        for (int i = 0; i < replies.size(); i++) {
            RedisCommand command = greeting.get(i);
            if (replies.get(i) instanceof RedisReply.Failure refused) {
                // An ACL may forbid these two, which are a comfort only.
                if (!command.equals(NAME) && !command.equals(ID)) {
                    throw failures.unwelcome(refused.message());
                }
            } else if (command.equals(ID)) {
                line.clientId(Long.toString(replies.get(i).asLong()));
            }
        }
    }

    private List<RedisCommand> greeting() {
        List<RedisCommand> greeting = new ArrayList<>();
        config.credentials().ifPresent(credentials -> greeting.add(auth(credentials.user(), credentials.password())));
        if (config.database() != 0) {
            greeting.add(RedisCommand.of("SELECT", Integer.toString(config.database())));
        }
        greeting.add(NAME);
        greeting.add(ID);
        greeting.add(RedisCommand.of("PING"));
        return greeting;
    }

    private static RedisCommand auth(Optional<String> user, String password) {
        List<byte[]> credentials = Stream.concat(user.stream(), Stream.of(password))
                .map(credential -> credential.getBytes(UTF_8))
                .toList();
        return RedisCommand.ofBytes("AUTH", credentials);
    }

    /** Ends every line at once, and netty's threads when no other store uses them. */
    void close() {
        closed = true;
        List<CompletableFuture<Void>> ends = open.stream().map(Line::end).toList();
        open.forEach(Line::close);
        CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
        CompletableFuture<Void> unused = client.shutdownAsync(0, 1, TimeUnit.SECONDS);
        NettyThreads.giveBack();
    }
}
