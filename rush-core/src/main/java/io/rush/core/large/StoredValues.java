package io.rush.core.large;

import io.rush.core.codec.JsonValues;
import io.rush.core.codec.PlainValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as fields in Redis hold them: as JSON, or as a reference to a file that holds the JSON. Thread-safe. */
public final class StoredValues {
    private static final String START = "start arguments";

    private final JsonValues values;
    private final LargeObjects large;

    public StoredValues(JsonValues values, LargeObjects large) {
        this.values = values;
        this.large = large;
    }

    /**
     * A map's or record's named values as a field of a task.
     *
     * @param path what to call them in a refusal, for example {@code xs[3]}
     * @throws io.rush.api.error.SerializationException if they are neither, a value is outside the value model, or they
     *     are too large and there is no directory
     */
    public byte[] encodeNamed(String path, @Nullable Object mapOrRecord) {
        return large.outsource(path, ObjectKind.TASKS, values.encodeNamed(path, mapOrRecord));
    }

    /** Whether named values are never refused, neither as values nor for their size, and read the same each time. */
    public boolean isNeverRefused(@Nullable Object named) {
        return PlainValues.are(named)
                && PlainValues.fitWithin(named, large.settings().limitBytes());
    }

    /**
     * The named values of a field of a task.
     *
     * @throws io.rush.api.error.SerializationException if it is damaged, or refers to a file that is missing or changed
     */
    public Map<String, Object> decode(String path, byte[] stored) {
        return values.decode(path, large.resolve(path, stored));
    }

    /**
     * The JSON of a field.
     *
     * @throws io.rush.api.error.SerializationException if it refers to a file that is missing or changed
     */
    public byte[] resolve(String path, byte[] stored) {
        return large.resolve(path, stored);
    }

    /**
     * Start arguments as they go to Redis.
     *
     * @throws io.rush.api.error.SerializationException if they are too large and there is no directory
     */
    public byte[] outsourceStart(byte[] json) {
        return large.outsource(START, ObjectKind.STARTS, json);
    }

    /** The JSON of start arguments; errors as for {@link #resolve}. */
    public byte[] resolveStart(byte[] stored) {
        return large.resolve(START, stored);
    }
}
