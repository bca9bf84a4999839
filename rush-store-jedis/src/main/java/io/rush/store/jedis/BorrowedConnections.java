package io.rush.store.jedis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Connections out of the pool of the caller's client, given back after each conversation. Thread-safe. */
final class BorrowedConnections implements Conversations {
    private final ClientPool pool;
    private final StoreFailures failures;
    private volatile boolean closed;

    BorrowedConnections(ClientPool pool, StoreFailures failures) {
        this.pool = pool;
        this.failures = failures;
    }

    @Override
    public <T> T call(String operation, Conversation<T> conversation) {
        try {
            return talk(operation, conversation);
        } catch (JedisDataException refused) {
            throw failures.refused(operation, refused);
        } catch (JedisConnectionException lost) {
            if (StoreFailures.isTimeout(lost)) {
                throw failures.lost(operation, lost);
            }
            return again(operation, conversation);
        }
    }

    /** It may have been idle and died unnoticed, as may have those beside it. */
    private <T> T again(String operation, Conversation<T> conversation) {
        pool.current().clear();
        try {
            return talk(operation, conversation);
        } catch (JedisDataException refused) {
            throw failures.refused(operation, refused);
        } catch (JedisConnectionException lost) {
            throw failures.lost(operation, lost);
        }
    }

    private <T> T talk(String operation, Conversation<T> conversation) {
        Connection connection = borrowed(operation);
        boolean clean = false;
        try {
            T result = conversation.on(connection);
            clean = !connection.isBroken();
            return result;
        } catch (JedisDataException refused) {
            clean = !Failover.isSeenIn(StoreFailures.wordsOf(refused));
            throw refused;
        } finally {
            if (!clean) {
                Connections.drop(connection);
            }
            connection.close();
        }
    }

    private Connection borrowed(String operation) {
        if (closed) {
            throw failures.closed(operation);
        }
        try {
            return pool.current().getResource();
        } catch (JedisException none) {
            throw failures.unreachable(none);
        }
    }

    @Override
    public void renew() {
        pool.current().clear();
    }

    @Override
    public void close() {
        closed = true;
    }
}
