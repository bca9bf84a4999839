package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.rush.api.store.RedisCommand;
import java.util.List;
import java.util.stream.IntStream;

/** Commands as Redis reads them: an array of strings, each with its length before it. */
final class Wire {
    private static final int ENDS_OF_LINES = 4;
    private static final int LONGEST_HEADER = 11;
    private static final int CR_LF = '\r' << 8 | '\n';

    /** The headers of short strings, which most are. */
    private static final byte[][] HEADERS =
            IntStream.range(0, 512).mapToObj(length -> header('$', length)).toArray(byte[][]::new);

    private Wire() {}

    /** Bytes that a command takes at most. */
    static int sizeOf(RedisCommand command) {
        return LONGEST_HEADER + ENDS_OF_LINES + command.name().length() + sizeOf(command.arguments());
    }

    static int sizeOf(byte[] name, List<byte[]> arguments) {
        return 2 * (LONGEST_HEADER + ENDS_OF_LINES) + name.length + sizeOf(arguments);
    }

    private static int sizeOf(List<byte[]> arguments) {
        int size = arguments.size() * (LONGEST_HEADER + ENDS_OF_LINES);
        for (byte[] argument : arguments) {
            size += argument.length;
        }
        return size;
    }

    static void write(ByteBuf buffer, byte[] name, List<byte[]> arguments) {
        buffer.writeBytes(header('*', 1 + arguments.size()));
        write(buffer, name);
        for (byte[] argument : arguments) {
            write(buffer, argument);
        }
    }

    private static void write(ByteBuf buffer, byte[] string) {
        buffer.writeBytes(string.length < HEADERS.length ? HEADERS[string.length] : header('$', string.length));
        buffer.writeBytes(string);
        buffer.writeShort(CR_LF);
    }

    private static byte[] header(char kind, int number) {
        return (kind + Integer.toString(number) + "\r\n").getBytes(US_ASCII);
    }
}
