package io.rush.store.jedis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Opens connections as the pool of the caller's client does, but beside the pool. Thread-safe. */
record ClientOpener(ClientPool pool, StoreFailures failures) implements Opener {
    @Override
    public Connection open() {
        try {
            return pool.current().getFactory().makeObject().getObject();
        } catch (JedisDataException refused) {
            throw failures.unwelcome(refused);
        } catch (JedisException unreachable) {
            throw failures.unreachable(unreachable);
        } catch (Exception unexpected) {
            throw failures.unreachable(new JedisConnectionException(unexpected));
        }
    }
}
