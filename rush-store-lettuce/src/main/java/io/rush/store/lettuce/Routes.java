package io.rush.store.lettuce;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.util.function.Function;

/** Chooses the way that a configuration describes. */
final class Routes {
    private Routes() {}

    /** @throws ConfigurationException if Lettuce cannot go it */
    static RedisStore store(StoreConfig config) {
        OwnClient client = new OwnClient(config);
        Switchboard switchboard = new Switchboard(config.connectTimeout(), client::close);
        Function<ServerAddress, Opener> openers = address -> new ServerOpener(
                switchboard,
                client.to(address, config),
                Greeting.of(config),
                config.commandTimeout(),
                new StoreFailures(address.toString()));
        Route route = new Node(openers.apply(config.servers().get(0)), switchboard, config.commandTimeout());
        return LettuceStore.over(
                route, switchboard, config.maxConnections(), config.commandTimeout(), config.toString());
    }
}
