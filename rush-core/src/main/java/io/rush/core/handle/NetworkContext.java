package io.rush.core.handle;

import io.rush.api.Heartbeat;
import io.rush.api.LoopProvider;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.task.Seed;
import io.rush.core.codec.JsonValues;
import io.rush.core.connect.Connection;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.large.LargeObjects;
import io.rush.core.large.StoredValues;
import io.rush.core.launch.NetworkAddress;
import io.rush.core.provider.ProviderChoice;
import io.rush.core.provider.ProviderKind;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.PatientStore;
import io.rush.core.worker.Pulse;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the handles on a network in this JVM are made of.
 *
 * @param config how the network is reached
 * @param connection the open store
 * @param store the same, which bears with outages
 * @param network the latter as the network uses it
 * @param values the codec
 * @param large what is too large for Redis
 * @param seed initial seed of the handle
 * @param workerMain main class of workers in JVMs of their own
 */
public record NetworkContext(
        RushConfig config,
        Connection connection,
        PatientStore store,
        NetworkStore network,
        JsonValues values,
        LargeObjects large,
        Optional<Seed> seed,
        Class<?> workerMain) {
    /** Connects as the configuration says. */
    public static NetworkContext open(RushConfig config, Class<?> workerMain) {
        JsonValues values = new JsonValues();
        LargeObjects large =
                new LargeObjects(LargeObjectSettings.of(config, RushPlan.current()), config.networkId(), values);
        Connection connection = Connection.open(config);
        PatientStore store = new PatientStore(connection.store(), config.outageTolerance());
        NetworkStore network = new NetworkStore(store, config.networkId());
        return new NetworkContext(config, connection, store, network, values, large, config.seed(), workerMain);
    }

    /** The same for a worker's handle: it leaves the connection open and draws none of the streams of the first one. */
    NetworkContext borrowed() {
        return new NetworkContext(
                config, connection.borrowed(), store, network, values, large, Optional.empty(), workerMain);
    }

    /** The store without patience, for those who would draw wrong conclusions from a late answer. */
    NetworkStore impatient() {
        return new NetworkStore(connection.store(), config.networkId());
    }

    /** The codec of what goes to Redis or, if it is too large, to a file. */
    StoredValues stored() {
        return new StoredValues(values, large);
    }

    /** How a child process reaches the same network. */
    Optional<NetworkAddress> address() {
        return connection.address().map(address -> address.with(large.settings(), config.outageTolerance()));
    }

    /** Starts the heartbeat of a worker, on a connection of its own that does not wait longer than the heartbeat may. */
    Pulse pulse(String workerId, Heartbeat heartbeat, Consumer<String> whenGone) {
        return Pulse.start(() -> OwnLine.open(config, heartbeat.period()), workerId, heartbeat, whenGone);
    }

    /** The loop provider of that name. */
    LoopProvider loop(String name) {
        return new ProviderChoice<>(ProviderKind.LOOP, config.classLoader())
                .choose(Optional.empty(), Optional.of(name));
    }
}
