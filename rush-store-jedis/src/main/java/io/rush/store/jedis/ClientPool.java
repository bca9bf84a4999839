package io.rush.store.jedis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.util.Pool;

/** Finds the pool of a client of the caller's; another one may take its place. */
@FunctionalInterface
interface ClientPool {
    Pool<Connection> current();
}
