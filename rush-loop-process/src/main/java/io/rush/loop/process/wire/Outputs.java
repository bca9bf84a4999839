package io.rush.loop.process.wire;

import io.rush.api.ValueCodec;
import java.util.Map;

/** What a function returned, on its way to the worker. */
public final class Outputs {
    private static final String YS = "ys";

    private Outputs() {}

    /**
     * As the payload of a frame.
     *
     * @throws io.rush.api.error.SerializationException if one is outside the value model; with its path
     */
    public static byte[] encode(Map<String, ?> ys, ValueCodec codec) {
        return codec.encode(Map.of(YS, ys));
    }

    /** Back from the payload. */
    public static Map<String, Object> decode(byte[] payload, ValueCodec codec) {
        return new Message(codec.decode(payload)).map(YS);
    }
}
