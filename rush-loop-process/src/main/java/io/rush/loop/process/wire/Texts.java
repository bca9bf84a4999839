package io.rush.loop.process.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that may be missing, as bytes and back; for what has to be said where no codec can be had. */
final class Texts {
    private static final int MISSING = -1;

    private Texts() {}

    static byte[] pack(List<Optional<String>> texts) {
        List<byte[]> encoded =
                texts.stream().map(text -> text.orElse("").getBytes(UTF_8)).toList();
        int size =
                encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        ByteBuffer target = ByteBuffer.allocate(size);
        for (int i = 0; i < encoded.size(); i++) {
            byte[] bytes = encoded.get(i);
            target.putInt(texts.get(i).isPresent() ? bytes.length : MISSING).put(bytes);
        }
        return target.array();
    }

    static List<Optional<String>> unpack(byte[] packed) {
        ByteBuffer source = ByteBuffer.wrap(packed);
        List<Optional<String>> texts = new ArrayList<>();
        while (source.hasRemaining()) {
            int length = source.getInt();
            texts.add(length == MISSING ? Optional.empty() : Optional.of(text(source, length)));
        }
        return texts;
    }

    private static String text(ByteBuffer source, int length) {
        byte[] bytes = new byte[length];
        source.get(bytes);
        return new String(bytes, UTF_8);
    }
}
