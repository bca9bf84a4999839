package io.rush.bench.floor;

import io.rush.api.store.RedisReply;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads replies off a connection, or past them. Not thread-safe. */
final class Replies {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    Replies(InputStream in) {
        this.in = in;
    }

    /** The next reply. */
    RedisReply read() throws IOException {
        int kind = next();
        return switch (kind) {
            case '+' -> new RedisReply.Status(line());
            case ':' -> new RedisReply.Int(number());
            case '$' -> bulk((int) number());
            case '*' -> array((int) number());
            default -> throw refused(kind, line());
        };
    }

    private RedisReply bulk(int length) throws IOException {
        if (length < 0) {
            return RedisReply.Nil.INSTANCE;
        }
        byte[] content = new byte[length];
        for (int done = 0; done < length; ) {
            int part = available(length - done);
            System.arraycopy(buffer, at, content, done, part);
            at += part;
            done += part;
        }
        pass(2);
        return new RedisReply.Bulk(content);
    }

    private RedisReply array(int length) throws IOException {
        if (length < 0) {
            return RedisReply.Nil.INSTANCE;
        }
        List<RedisReply> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(read());
        }
        return new RedisReply.Array(elements);
    }

    /** Reads past the next reply. */
    void pass() throws IOException {
        int kind = next();
        switch (kind) {
            case '+' -> line();
            case ':' -> number();
            case '$' -> passBulk(number());
            case '*' -> passArray(number());
            default -> throw refused(kind, line());
        }
    }

    private void passBulk(long length) throws IOException {
        if (length >= 0) {
            pass(length + 2);
        }
    }

    private void passArray(long length) throws IOException {
        for (long i = 0; i < length; i++) {
            pass();
        }
    }

    private void pass(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int part = available(left);
            at += part;
            left -= part;
        }
    }

    /** The number up to the end of the line. */
    private long number() throws IOException {
        int first = next();
        long number = first == '-' ? 0 : first - '0';
        for (int digit = next(); digit != '\r'; digit = next()) {
            number = number * 10 + digit - '0';
        }
        pass(1);
        return first == '-' ? -number : number;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\r'; next = next()) {
            line.append((char) next);
        }
        pass(1);
        return line.toString();
    }

    private int next() throws IOException {
        available(1);
        return buffer[at++];
    }

    /** How many of the wanted bytes stand in the buffer; at least one. */
    private int available(long wanted) throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer);
            if (end < 0) {
                end = 0;
                throw new EOFException("the server closed the connection");
            }
        }
        return (int) Math.min(wanted, end - at);
    }

    private static IllegalStateException refused(int kind, String message) {
        return new IllegalStateException("Redis answered the bare client with " + (char) kind + message);
    }
}
