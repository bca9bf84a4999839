package io.rush.bench.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rush.api.store.RedisCommand;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Commands as the bytes that go over the wire. */
public final class Resp {
    private static final byte[] END = {'\r', '\n'};

    private Resp() {}

    /** One command. */
    public static byte[] bytes(RedisCommand command) {
        return bytes(List.of(command));
    }

    /** Several commands, one after the other. */
    public static byte[] bytes(List<RedisCommand> commands) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (RedisCommand command : commands) {
            List<byte[]> words = new ArrayList<>();
            words.add(command.name().getBytes(US_ASCII));
            words.addAll(command.arguments());
            head(bytes, '*', words.size());
            for (byte[] word : words) {
                head(bytes, '$', word.length);
                bytes.writeBytes(word);
                bytes.writeBytes(END);
            }
        }
        return bytes.toByteArray();
    }

    private static void head(ByteArrayOutputStream bytes, char kind, int size) {
        bytes.writeBytes((kind + Integer.toString(size)).getBytes(US_ASCII));
        bytes.writeBytes(END);
    }
}
