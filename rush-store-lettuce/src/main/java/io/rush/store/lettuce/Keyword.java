package io.rush.store.lettuce;

import io.lettuce.core.protocol.ProtocolKeyword;

/** A command's name as Lettuce wants it. */
@SuppressWarnings("ArrayRecordComponent")
record Keyword(String text, byte[] bytes) implements ProtocolKeyword {
    @Override
    public byte[] getBytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return text;
    }
}
