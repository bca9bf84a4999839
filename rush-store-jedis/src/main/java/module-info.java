/** The store on Jedis. Nothing is exported: the provider is found by {@link java.util.ServiceLoader}. */
module io.rush.store.jedis {
    requires io.rush.api;
    requires jdk.net;
    requires redis.clients.jedis;

    // Jedis is an automatic module and pulls none of these in by itself.
    requires com.google.gson;
    requires org.apache.commons.pool2;
    requires org.json;
    requires org.slf4j;

    provides io.rush.api.store.StoreProvider with
            io.rush.store.jedis.JedisStoreProvider;
}
