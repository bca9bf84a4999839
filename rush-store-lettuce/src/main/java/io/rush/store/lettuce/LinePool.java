package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Lines that one thread has for itself, kept for the next; the one used last is used first. */
final class LinePool implements Lines {
    private final LineOpener opener;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    LinePool(LineOpener opener) {
        this.opener = opener;
    }

    @Override
    public Line take(String operation) {
        @Nullable Line kept = idle.pollFirst();
        while (kept != null && !kept.isUsable()) {
            kept.close();
            kept = idle.pollFirst();
        }
        return kept == null ? opened(operation) : kept;
    }

    /** @throws StoreException if the server is not reached */
    private Line opened(String operation) {
        if (closed) {
            throw opener.failures().closed(operation);
        }
        return opener.open();
    }

    @Override
    public void giveBack(Line line) {
        idle.addFirst(line);
        if (closed) {
            line.close();
        }
    }

    @Override
    public void giveUp(Line line) {
        line.close();
        dropIdle();
    }

    private void dropIdle() {
        @Nullable Line next = idle.pollFirst();
        while (next != null) {
            next.close();
            next = idle.pollFirst();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Opens no line any more; the opener ends those that are open. */
    void close() {
        closed = true;
    }
}
