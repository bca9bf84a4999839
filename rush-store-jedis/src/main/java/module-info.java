/** The store provider on Jedis. */
module io.rush.store.jedis {
    requires io.rush.api;
    requires jdk.net;
    requires redis.clients.jedis;
    requires static org.jspecify;

    // Jedis is an automatic module: it does not pull in the explicit modules that it needs.
    requires com.google.gson;
    requires org.apache.commons.pool2;
    requires org.json;
    requires org.slf4j;

    provides io.rush.api.store.StoreProvider with
            io.rush.store.jedis.JedisStoreProvider;
}
