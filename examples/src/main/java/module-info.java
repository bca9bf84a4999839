/** Programs that show the use of rush. Opened, so that workers can create the functions, loops and records in it. */
module io.rush.examples {
    requires io.rush.api;
    requires static org.jspecify;

    // Only the store needs Jedis, and the programs run on any other.
    requires static org.apache.commons.pool2;
    requires static redis.clients.jedis;

    opens io.rush.examples;

    provides io.rush.api.LoopProvider with
            io.rush.examples.loop.SequentialLoopProvider;
}
