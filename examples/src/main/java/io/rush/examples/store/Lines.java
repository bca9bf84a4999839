package io.rush.examples.store;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The connections of a store. Those that are free are used again, the latest first. Thread-safe. */
final class Lines {
    private final LineOpener opener;
    private final Deque<Line> free = new ConcurrentLinkedDeque<>();
    private final Set<Line> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Lines(LineOpener opener) {
        this.opener = opener;
    }

    /** Sends commands on a connection that nobody else uses meanwhile. */
    List<RedisReply> exchange(String operation, List<RedisCommand> commands, Duration patience) {
        Line line = Optional.ofNullable(free.poll()).orElseGet(this::open);
        boolean sound = false;
        try {
            line.waitFor(patience);
            List<RedisReply> replies = line.exchange(commands);
            sound = true;
            return replies;
        } catch (IOException broken) {
            dropFree(); // they are likely to be broken too
            throw lost(operation, broken);
        } finally {
            giveBack(line, sound);
        }
    }

    private void giveBack(Line line, boolean sound) {
        if (!sound || closed) {
            drop(line);
            return;
        }
        free.push(line);
        if (closed) {
            dropFree();
        }
    }

    /** A connection that its caller keeps until it drops it. */
    Line open() {
        failIfClosed();
        Line line = opener.open();
        all.add(line);
        if (closed) {
            drop(line);
        }
        failIfClosed();
        return line;
    }

    private void failIfClosed() {
        if (closed) {
            throw new StoreException(
                    "using a store", false, "the store on Redis at " + opener.address() + " is closed", null);
        }
    }

    void drop(Line line) {
        all.remove(line);
        try {
            line.close();
        } catch (IOException gone) {
            // There is nothing left to save.
        }
    }

    private void dropFree() {
        for (Line line = free.poll(); line != null; line = free.poll()) {
            drop(line);
        }
    }

    private StoreException lost(String operation, IOException broken) {
        if (closed) {
            return new StoreException(
                    operation, false, "the store on Redis at " + opener.address() + " was closed", broken);
        }
        String what = broken instanceof SocketTimeoutException
                ? "no reply in time from Redis at " + opener.address() + "; it may have executed the command"
                : "the connection to Redis at " + opener.address() + " broke; try again when the server is up";
        return new StoreException(operation, true, what, broken);
    }

    boolean isClosed() {
        return closed;
    }

    /** Breaks off what is under way. */
    void close() {
        closed = true;
        free.clear();
        all.forEach(this::drop);
    }
}
