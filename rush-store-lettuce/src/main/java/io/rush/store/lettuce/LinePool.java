package io.rush.store.lettuce;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Lines that one thread has for itself, kept for the next; the one used last is used first. Thread-safe. */
final class LinePool implements Lines {
    private final Opener opener;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private final Set<Line> taken = ConcurrentHashMap.newKeySet();

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
        Line line = kept == null ? opener.open() : kept;
        taken.add(line);
        return line;
    }

    @Override
    public void giveBack(Line line) {
        if (taken.remove(line)) {
            idle.addFirst(line);
        } else {
            line.close();
        }
    }

    @Override
    public void giveUp(Line line) {
        taken.remove(line);
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
    public void renew() {
        taken.clear();
        dropIdle();
    }
}
