package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import redis.clients.jedis.Connection;

/** Opens connections to where one node's data is. Thread-safe. */
interface Opener {
    /**
     * A new connection that works, whose replies come within a bounded time.
     *
     * @throws StoreException if the server is not reached or refuses the credentials
     */
    Connection open();

    /** What goes wrong there, in words. */
    StoreFailures failures();

    /** Tells when the data moves to another server; where it never does, there is nothing to tell. */
    default Watch watch(Runnable whenMoved) {
        return () -> {};
    }
}
