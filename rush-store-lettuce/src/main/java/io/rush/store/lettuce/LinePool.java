package io.rush.store.lettuce;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Lines that one thread has for itself, kept for the next; the one used last is used first. Thread-safe. */
final class LinePool implements Lines {
    private final Opener opener;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    LinePool(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Line take() {
        @Nullable Line kept = idle.pollFirst();
        while (kept != null && !kept.isUsable()) {
            kept.close();
            kept = idle.pollFirst();
        }
        return kept == null ? opener.open() : kept;
    }

    @Override
    public void giveBack(Line line) {
        idle.addFirst(line);
    }

    @Override
    public void giveUp(Line line) {
        line.close();
        @Nullable Line next = idle.pollFirst();
        while (next != null) {
            next.close();
            next = idle.pollFirst();
        }
    }
}
