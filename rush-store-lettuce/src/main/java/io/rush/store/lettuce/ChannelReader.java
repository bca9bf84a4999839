package io.rush.store.lettuce;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One subscribed line. netty's thread puts messages down, the subscription's thread takes them up. */
final class ChannelReader {
    private static final System.Logger LOGGER = System.getLogger(ChannelReader.class.getName());

    private final Line line;
    private final BlockingQueue<Optional<byte[]>> arrived = new LinkedBlockingQueue<>();

    ChannelReader(StatefulRedisPubSubConnection<byte[], byte[]> connection, Line line) {
        this.line = line;
        connection.addListener(new RedisPubSubAdapter<byte[], byte[]>() {
            @Override
            public void message(byte[] channel, byte[] payload) {
                arrived.add(Optional.of(payload));
            }
        });
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                arrived.add(Optional.empty());
            }
        });
    }

    /** @throws LostException if the line is lost before the server has answered */
    RedisReply subscribe(String channel, Duration patience) {
        RedisCommand command = RedisCommand.of("SUBSCRIBE", channel);
        return line.exchange(new Message("SUBSCRIBE", List.of(command), patience))
                .replies()
                .get(0);
    }

    /** Waits for the next message; empty when the line is lost or was ended. */
    Optional<byte[]> next() {
        while (true) {
            try {
                return arrived.take();
            } catch (InterruptedException fromListener) {
                LOGGER.log(Level.DEBUG, "a listener left its thread interrupted", fromListener);
            }
        }
    }

    void end() {
        line.close();
        arrived.add(Optional.empty());
    }
}
