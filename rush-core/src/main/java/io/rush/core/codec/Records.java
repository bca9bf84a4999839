package io.rush.core.codec;

import java.util.Map;

/**
 * Records as named values and back: one name a component. Thread-safe.
 *
 * <p>Numbers are converted where nothing is lost: a long to an {@code int} component if it fits, to a {@code double} one if
 * that is exact, a double to a {@code long} one if it is whole. Strings become enums; lists become arrays, lists, sets
 * and collections of the component's element type; maps become nested records. A component of type {@code Optional} may
 * be missing. Records need not be public; one in a named module must be open to {@code io.rush.core}.
 */
public final class Records {
    private static final JsonValues JSON = new JsonValues();
    private static final String UNNAMED = "";

    private Records() {}

    /**
     * The components by name, as members of the value model, in a map that cannot be changed; empty {@code Optional}
     * components are left out.
     *
     * @throws io.rush.api.error.SerializationException if a component is outside the value model; with its path
     */
    public static Map<String, Object> toMap(Record values) {
        return JSON.toNamed(UNNAMED, values);
    }

    /** The same as {@link #toRecord(String, Map, Class)} where the values have no name of their own. */
    public static <R extends Record> R toRecord(Map<String, ?> values, Class<R> type) {
        return toRecord(UNNAMED, values, type);
    }

    /**
     * A record whose components are looked up among the values; values without a component are passed over.
     *
     * @param path what to call the values in an error, for example {@code xs}
     * @throws io.rush.api.error.SerializationException if a value is missing, does not fit its component, or is refused by
     *     the record's constructor; with its path
     */
    public static <R extends Record> R toRecord(String path, Map<String, ?> values, Class<R> type) {
        return type.cast(new RecordReader(new ValuePath(path)).read(values, type));
    }
}
