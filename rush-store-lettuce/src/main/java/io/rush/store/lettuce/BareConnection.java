package io.rush.store.lettuce;

import io.lettuce.core.RedisAsyncCommandsImpl;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisReactiveCommandsImpl;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.protocol.PushHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Dispatches commands; see {@link BareClient}. Thread-safe. */
final class BareConnection<K, V> extends StatefulRedisConnectionImpl<K, V> {
    BareConnection(RedisChannelWriter writer, PushHandler pushHandler, RedisCodec<K, V> codec, Duration timeout) {
        super(writer, pushHandler, codec, timeout);
    }

    @Override
    protected @Nullable RedisCommands<K, V> newRedisSyncCommandsImpl() {
        return null;
    }

    @Override
    protected @Nullable RedisAsyncCommandsImpl<K, V> newRedisAsyncCommandsImpl() {
        return null;
    }

    @Override
    protected @Nullable RedisReactiveCommandsImpl<K, V> newRedisReactiveCommandsImpl() {
        return null;
    }
}
