package io.rush.store.jedis;

import java.time.Duration;

/** Durations as sockets want them: at least 1, because 0 would mean for ever. */
final class Millis {
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private Millis() {}

    static int of(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? Integer.MAX_VALUE : Math.max(1, (int) duration.toMillis());
    }
}
