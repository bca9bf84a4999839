package io.rush.store.lettuce;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.rush.api.error.ConfigurationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Connects by a client of the caller's, to where that leads. */
record ClientPlug(RedisClient client) implements Plug {
    @Override
    public CompletionStage<? extends StatefulConnection<byte[], byte[]>> talking() {
        return connected(() -> client.connect(ByteArrayCodec.INSTANCE));
    }

    @Override
    public CompletionStage<? extends StatefulRedisPubSubConnection<byte[], byte[]>> listening() {
        return connected(() -> client.connectPubSub(ByteArrayCodec.INSTANCE));
    }

    private static <C> CompletionStage<C> connected(Supplier<C> connecting) {
        try {
            return CompletableFuture.completedFuture(connecting.get());
        } catch (IllegalStateException unusable) {
            throw new ConfigurationException(
                    "the RedisClient leads nowhere: it was made without a RedisURI, or is shut down", unusable);
        }
    }
}
