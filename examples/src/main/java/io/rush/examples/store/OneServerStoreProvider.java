package io.rush.examples.store;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.mcf.TrackingConnectionPool;

/** A store on connections of Jedis, for one server that is reached by host and port. Stateless and thread-safe. */
public final class OneServerStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "one-server";
    }

    @Override
    public RedisStore open(StoreConfig config) {
        boolean plain = config.topology() == Topology.Standalone.INSTANCE
                && config.tls().isEmpty();
        if (!plain || !(config.servers().get(0) instanceof ServerAddress.Tcp server)) {
            throw new ConfigurationException("the store 'one-server' reaches one server by host and port, without TLS;"
                    + " choose another store for " + config);
        }
        TrackingConnectionPool pool = TrackingConnectionPool.builder()
                .hostAndPort(new HostAndPort(server.host(), server.port()))
                .clientConfig(settings(config))
                .build();
        // As many as commands block at once, and subscriptions listen.
        pool.setMaxTotal(-1);
        // One that was idle may be dead, and one that was left in mid-conversation answers something else.
        pool.setTestOnBorrow(true);
        OneServerStore store = new OneServerStore(config, pool);
        store.send(RedisCommand.of("PING"));
        return store;
    }

    /** With RESP2, whose types are those of replies; what it greets with is refused without the password that is wanted. */
    private static JedisClientConfig settings(StoreConfig config) {
        return DefaultJedisClientConfig.builder()
                .resp2()
                .connectionTimeoutMillis(Math.toIntExact(config.connectTimeout().toMillis()))
                .socketTimeoutMillis(Math.toIntExact(config.commandTimeout().toMillis()))
                .user(config.credentials().flatMap(Credentials::user).orElse(null))
                .password(config.credentials().map(Credentials::password).orElse(null))
                .database(config.database())
                .build();
    }
}
