package io.rush.loop.process.wire;

import java.nio.ByteBuffer;

/**
 * What a child gets to know before its first task.
 *
 * @param resultLimit the largest outputs in bytes
 * @param handover what {@link io.rush.api.LoopContext#handover()} made
 */
@SuppressWarnings("ArrayRecordComponent")
public record Setup(long resultLimit, byte[] handover) {
    /** As the payload of a frame. */
    public byte[] encode() {
        return ByteBuffer.allocate(Long.BYTES + handover.length)
                .putLong(resultLimit)
                .put(handover)
                .array();
    }

    /** Back from the payload. */
    public static Setup decode(byte[] payload) {
        ByteBuffer source = ByteBuffer.wrap(payload);
        long resultLimit = source.getLong();
        byte[] handover = new byte[source.remaining()];
        source.get(handover);
        return new Setup(resultLimit, handover);
    }
}
