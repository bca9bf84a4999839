package io.rush.bench.floor;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.net.InetAddress;
import java.time.Duration;

/** Lettuce's synchronous API on one connection, with its own settings. For one thread. */
final class BareLettuce implements BareClient {
    private static final Duration SHUTDOWN = Duration.ofSeconds(1);

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final RedisCommands<byte[], byte[]> commands;

    BareLettuce(int port) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        this.client = RedisClient.create(RedisURI.create(host, port));
        this.connection = client.connect(ByteArrayCodec.INSTANCE);
        this.commands = connection.sync();
    }

    @Override
    public void call(ScriptCall call) {
        byte[][] keys = call.keys().toArray(byte[][]::new);
        byte[][] arguments = call.arguments().toArray(byte[][]::new);
        commands.evalsha(call.hash(), ScriptOutputType.OBJECT, keys, arguments);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, SHUTDOWN);
    }
}
