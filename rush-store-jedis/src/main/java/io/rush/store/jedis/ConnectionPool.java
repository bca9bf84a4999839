package io.rush.store.jedis;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Connections that are kept for the next call; the one used last is used first. Thread-safe.
 *
 * <p>A connection that was idle may have died unnoticed. What fails on it is said once more on a fresh one: everything
 * rush sends bears being executed twice.
 */
final class ConnectionPool implements Conversations {
    private final Opener opener;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Set<Connection> retired = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ConnectionPool(Opener opener) {
        this.opener = opener;
    }

    @Override
    public <T> T call(String operation, Conversation<T> conversation) {
        @Nullable Connection kept = idle.pollFirst();
        try {
            if (kept != null) {
                return resumed(kept, operation, conversation);
            }
            return talk(opened(operation), conversation);
        } catch (JedisDataException refused) {
            throw opener.failures().refused(operation, refused);
        } catch (JedisConnectionException lost) {
            throw closed
                    ? opener.failures().closed(operation)
                    : opener.failures().lost(operation, lost);
        }
    }

    private <T> T resumed(Connection kept, String operation, Conversation<T> conversation) {
        try {
            return talk(kept, conversation);
        } catch (JedisConnectionException lost) {
            if (closed || StoreFailures.isTimeout(lost)) {
                throw lost;
            }
            dropIdle();
            return talk(opened(operation), conversation);
        }
    }

    private <T> T talk(Connection connection, Conversation<T> conversation) {
        boolean clean = false;
        try {
            T result = conversation.on(connection);
            clean = !connection.isBroken();
            return result;
        } catch (JedisDataException refused) {
            clean = !Failover.isSeenIn(StoreFailures.wordsOf(refused));
            throw refused;
        } finally {
            if (clean) {
                keep(connection);
            } else {
                drop(connection);
                dropIdle();
            }
        }
    }

    private Connection opened(String operation) {
        if (closed) {
            throw opener.failures().closed(operation);
        }
        Connection connection = opener.open();
        all.add(connection);
        if (closed) {
            drop(connection);
            throw opener.failures().closed(operation);
        }
        return connection;
    }

    private void keep(Connection connection) {
        idle.addFirst(connection);
        if (closed || retired.contains(connection)) {
            idle.remove(connection);
            drop(connection);
        }
    }

    private void drop(Connection connection) {
        all.remove(connection);
        retired.remove(connection);
        Connections.drop(connection);
    }

    /** What broke one connection has mostly broken those beside it. */
    private void dropIdle() {
        @Nullable Connection next = idle.pollFirst();
        while (next != null) {
            drop(next);
            next = idle.pollFirst();
        }
    }

    @Override
    public void renew() {
        retired.addAll(all);
        // Some may have been dropped meanwhile.
        retired.retainAll(all);
        dropIdle();
    }

    @Override
    public void close() {
        closed = true;
        dropIdle();
        all.forEach(this::drop);
    }
}
