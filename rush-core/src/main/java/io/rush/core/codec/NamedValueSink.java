package io.rush.core.codec;

/** Receives the members of a JSON object one by one, numbers unboxed. */
public interface NamedValueSink {
    void onDouble(String name, double value);

    void onLong(String name, long value);

    void onNull(String name);

    /**
     * A value that is neither a double nor a long nor null.
     *
     * @param value cannot be changed, unless it is or holds a {@code byte[]}, which nobody else has
     */
    void onObject(String name, Object value);
}
