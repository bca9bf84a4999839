package io.rush.loop.inprocess;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user may choose of the loop.
 *
 * @param concurrency how many tasks at once
 * @param threads which threads evaluate them
 * @param interruptGrace how long a function may take to obey the interrupt of its thread
 */
record LaneOptions(int concurrency, ThreadKind threads, Duration interruptGrace) {
    private static final String CONCURRENCY = "concurrency";
    private static final String THREADS = "threads";
    private static final String INTERRUPT_GRACE = "interruptGrace";
    private static final Set<String> KNOWN = Set.of(CONCURRENCY, THREADS, INTERRUPT_GRACE);

    private static final long MOST_LANES = 1_000;
    private static final double SHORTEST_GRACE = 0.001;
    private static final double LONGEST_GRACE = 86_400;
    private static final long DEFAULT_GRACE = 5;
    private static final double NANOS_A_SECOND = 1e9;

    /** @throws ConfigurationException if one is not known, or its value is not among those that are */
    static LaneOptions of(Map<String, Object> options) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("the loop 'inprocess' has no option " + String.join(", ", unknown)
                    + "; it knows " + String.join(", ", new TreeSet<>(KNOWN)));
        }
        return new LaneOptions(
                concurrency(options.getOrDefault(CONCURRENCY, 1L)),
                threads(options.getOrDefault(THREADS, ThreadKind.PLATFORM.text())),
                interruptGrace(options.getOrDefault(INTERRUPT_GRACE, DEFAULT_GRACE)));
    }

    private static int concurrency(Object value) {
        if (value instanceof Long lanes && lanes >= 1 && lanes <= MOST_LANES) {
            return lanes.intValue();
        }
        throw unfit(CONCURRENCY, "a whole number from 1 to " + MOST_LANES, value);
    }

    private static ThreadKind threads(Object value) {
        ThreadKind kind = ThreadKind.of(value).orElseThrow(() -> unfit(THREADS, "'platform' or 'virtual'", value));
        if (kind == ThreadKind.VIRTUAL && !VirtualThreads.exist()) {
            throw new ConfigurationException("the option " + THREADS + " of the loop 'inprocess' says 'virtual', but"
                    + " virtual threads need Java " + VirtualThreads.SINCE + " or later, and this JVM is Java "
                    + Runtime.version().feature() + "; leave it out, or run on a later one");
        }
        return kind;
    }

    private static Duration interruptGrace(Object value) {
        if (value instanceof Number number) {
            double seconds = number.doubleValue();
            if (seconds >= SHORTEST_GRACE && seconds <= LONGEST_GRACE) {
                return Duration.ofNanos((long) (seconds * NANOS_A_SECOND));
            }
        }
        throw unfit(
                INTERRUPT_GRACE, "a number of seconds from " + SHORTEST_GRACE + " to " + (long) LONGEST_GRACE, value);
    }

    private static ConfigurationException unfit(String option, String fit, Object value) {
        return new ConfigurationException(
                "the option " + option + " of the loop 'inprocess' must be " + fit + ", not " + value);
    }
}
