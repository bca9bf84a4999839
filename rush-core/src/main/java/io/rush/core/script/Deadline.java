package io.rush.core.script;

import java.time.Duration;

/** A moment of this process' monotonic clock by which something should have happened; for ever if the time is too long. */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** The moment that is so far from now. */
    public static Deadline after(Duration time) {
        Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** The time left; zero if there is none. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return left().isZero();
    }
}
