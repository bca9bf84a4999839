package io.rush.loop.process.wire;

import java.nio.charset.StandardCharsets;

/**
 * One message.
 *
 * @param type what it is
 * @param payload the rest, which belongs to whoever has the frame
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(FrameType type, byte[] payload) {
    private static final byte[] NOTHING = {};

    /** A message that its type says all of. */
    public static Frame of(FrameType type) {
        return new Frame(type, NOTHING);
    }

    static Frame oversized(int length) {
        return new Frame(FrameType.OVERSIZED, Integer.toString(length).getBytes(StandardCharsets.US_ASCII));
    }

    /** The payload of a type that carries plain text. */
    public String text() {
        return new String(payload, StandardCharsets.US_ASCII);
    }
}
