package io.rush.store.lettuce;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletionStage;

/** How a client connects to one server. Thread-safe. */
interface Plug {
    /** A connection for commands. */
    CompletionStage<? extends StatefulConnection<byte[], byte[]>> talking();

    /** A connection for channels. */
    CompletionStage<? extends StatefulRedisPubSubConnection<byte[], byte[]>> listening();
}
