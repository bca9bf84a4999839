package io.rush.api.log;

import io.rush.api.error.ConfigurationException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a worker's log goes to Redis. Immutable.
 *
 * @param thresholds by name of a logger, which stands for those below it too, the lowest level that goes to Redis; the
 *     longest name that fits counts, the empty one is the root; what no name fits does not go to Redis
 * @param buffer how many entries the worker gathers before it writes them; 0 to write each as soon as it can
 */
public record LogSettings(Map<String, Level> thresholds, int buffer) {
    /** The largest buffer. */
    public static final int MOST_BUFFERED = 10_000;

    /** @throws ConfigurationException if the buffer is negative or larger than {@value #MOST_BUFFERED} */
    public LogSettings {
        if (buffer < 0 || buffer > MOST_BUFFERED) {
            throw new ConfigurationException(
                    "the log buffer must be 0 to " + MOST_BUFFERED + " entries, not " + buffer);
        }
        thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
    }

    /** Nothing goes to Redis. */
    public static LogSettings none() {
        return new LogSettings(Map.of(), 0);
    }

    /** These thresholds without a buffer. */
    public static LogSettings of(Map<String, Level> thresholds) {
        return new LogSettings(thresholds, 0);
    }
}
