package io.rush.examples.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One connection, which writes commands and reads replies as RESP2 has them. For one thread at a time, but for closing. */
final class Line implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] END = {'\r', '\n'};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    }

    /** How long to wait for what is read next; zero for ever. */
    void waitFor(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.min(patience.toMillis(), Integer.MAX_VALUE));
    }

    /** Sends all in one flush and waits for as many replies. */
    List<RedisReply> exchange(List<RedisCommand> commands) throws IOException {
        int sent = 0;
        for (RedisCommand command : commands) {
            write(command);
            sent++;
        }
        out.flush();
        return read(sent);
    }

    private void write(RedisCommand command) throws IOException {
        header('*', command.arguments().size() + 1);
        argument(command.name().getBytes(US_ASCII));
        for (byte[] argument : command.arguments()) {
            argument(argument);
        }
    }

    private void argument(byte[] bytes) throws IOException {
        header('$', bytes.length);
        out.write(bytes);
        out.write(END);
    }

    private void header(char kind, int number) throws IOException {
        out.write(kind);
        out.write(Integer.toString(number).getBytes(US_ASCII));
        out.write(END);
    }

    /** Waits for one reply. */
    RedisReply read() throws IOException {
        int kind = in.read();
        String rest = restOfLine();
        return switch (kind) {
            case '+' -> new RedisReply.Status(rest);
            case '-' -> new RedisReply.Failure(rest);
            case ':' -> new RedisReply.Int(Long.parseLong(rest));
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> array(Integer.parseInt(rest));
            default -> throw new IOException("no reply of RESP2 begins with " + (char) kind);
        };
    }

    private List<RedisReply> read(int count) throws IOException {
        List<RedisReply> replies = new ArrayList<>(count);
        while (replies.size() < count) {
            replies.add(read());
        }
        return replies;
    }

    private RedisReply bulk(int length) throws IOException {
        if (length < 0) {
            return RedisReply.Nil.INSTANCE;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        in.readFully(new byte[END.length]);
        return new RedisReply.Bulk(bytes);
    }

    private RedisReply array(int length) throws IOException {
        return length < 0 ? RedisReply.Nil.INSTANCE : new RedisReply.Array(read(length));
    }

    private String restOfLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.write(next);
        }
        return line.toString(UTF_8).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
