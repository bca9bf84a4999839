package io.rush.store.lettuce;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletionStage;

/** Connects by a client of the store's own. */
record ServerPlug(RedisClient client, RedisURI address) implements Plug {
    @Override
    public CompletionStage<? extends StatefulConnection<byte[], byte[]>> talking() {
        return client.connectAsync(ByteArrayCodec.INSTANCE, address);
    }

    @Override
    public CompletionStage<? extends StatefulRedisPubSubConnection<byte[], byte[]>> listening() {
        return client.connectPubSubAsync(ByteArrayCodec.INSTANCE, address);
    }
}
