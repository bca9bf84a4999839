package io.rush.core.handle;

import io.rush.api.LoopProvider;
import io.rush.api.RushConfig;
import io.rush.api.task.Seed;
import io.rush.core.codec.JsonValues;
import io.rush.core.connect.Connection;
import io.rush.core.provider.ProviderChoice;
import io.rush.core.provider.ProviderKind;
import io.rush.core.script.NetworkStore;
import java.util.Optional;

/**
 * What the handles on a network in this JVM are made of.
 *
 * @param config how the network is reached
 * @param connection the open store
 * @param network the store as the network uses it
 * @param values the codec
 * @param seed initial seed of the handle
 * @param workerMain main class of workers in JVMs of their own
 */
public record NetworkContext(
        RushConfig config,
        Connection connection,
        NetworkStore network,
        JsonValues values,
        Optional<Seed> seed,
        Class<?> workerMain) {
    /** Connects as the configuration says. */
    public static NetworkContext open(RushConfig config, Class<?> workerMain) {
        Connection connection = Connection.open(config);
        NetworkStore network = new NetworkStore(connection.store(), config.networkId());
        return new NetworkContext(config, connection, network, new JsonValues(), config.seed(), workerMain);
    }

    /** The same for a worker's handle: it leaves the connection open and draws none of the streams of the first one. */
    NetworkContext borrowed() {
        return new NetworkContext(config, connection.borrowed(), network, values, Optional.empty(), workerMain);
    }

    /** The loop provider of that name. */
    LoopProvider loop(String name) {
        return new ProviderChoice<>(ProviderKind.LOOP, config.classLoader())
                .choose(Optional.empty(), Optional.of(name));
    }
}
