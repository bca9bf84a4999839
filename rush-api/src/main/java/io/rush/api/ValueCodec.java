package io.rush.api;

import java.util.Map;

/** Turns named values to bytes and back, exactly: every member of the value model returns as it went. Thread-safe. */
public interface ValueCodec {
    /**
     * The values as UTF-8 JSON.
     *
     * @throws io.rush.api.error.SerializationException if one is outside the value model; with its path
     */
    byte[] encode(Map<String, ?> values);

    /**
     * The values back, in a map that cannot be changed.
     *
     * @throws io.rush.api.error.SerializationException if the bytes are not what {@link #encode} makes
     */
    Map<String, Object> decode(byte[] json);
}
