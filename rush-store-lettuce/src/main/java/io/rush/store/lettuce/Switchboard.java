package io.rush.store.lettuce;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All the lines of one store that are open. Thread-safe. */
final class Switchboard implements AutoCloseable {
    private final Duration connectTimeout;
    private final Runnable atClose;
    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private final Set<RedisSubscription> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param atClose is run once, when all lines have ended */
    Switchboard(Duration connectTimeout, Runnable atClose) {
        this.connectTimeout = connectTimeout;
        this.atClose = atClose;
    }

    /** Has a subscription end with the lines. */
    void keep(RedisSubscription watch) {
        watches.add(watch);
        if (closed) {
            watch.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * A new connection, on which nothing was said yet.
     *
     * @throws StoreException if there is none in time
     */
    <C> C connected(Supplier<? extends CompletionStage<? extends C>> connecting, StoreFailures failures) {
        failIfClosed(failures);
        long millis = Math.max(1, connectTimeout.toMillis());
        try {
            return connecting
                    .get()
                    .toCompletableFuture()
                    .orTimeout(millis, TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException | RedisException | IllegalStateException failed) {
            failIfClosed(failures);
            throw failures.unreachable(failed);
        }
    }

    /**
     * The line on a new connection.
     *
     * @throws StoreException if the server does not answer or refuses the greeting
     */
    Line greeted(StatefulConnection<byte[], byte[]> connection, Greeting greeting, StoreFailures failures) {
        Line line = new Line(connection, open::remove);
        open.add(line);
        boolean welcome = false;
        try {
            greeting.on(line, failures);
            failIfClosed(failures);
            welcome = true;
            return line;
        } catch (LostException lost) {
            failIfClosed(failures);
            throw failures.unreachable(lost);
        } finally {
            if (!welcome) {
                line.close();
            }
        }
    }

    private void failIfClosed(StoreFailures failures) {
        if (closed) {
            throw failures.closed("connecting");
        }
    }

    /** Ends every line at once; who talks on one gets an error. */
    @Override
    public void close() {
        closed = true;
        watches.forEach(RedisSubscription::close);
        List<CompletableFuture<Void>> ends = open.stream().map(Line::end).toList();
        open.forEach(Line::close);
        CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
        atClose.run();
    }
}
