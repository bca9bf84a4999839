package io.rush.examples.store;

<<<<<<< HEAD
=======
import static java.nio.charset.StandardCharsets.US_ASCII;
>>>>>>> main
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
<<<<<<< HEAD
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
=======
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
>>>>>>> main
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

<<<<<<< HEAD
/** One connection that speaks RESP2. */
record Line(Socket socket, DataInputStream in, PrintStream out) {
    static Line over(Socket socket) throws IOException {
        return new Line(
                socket,
                new DataInputStream(new BufferedInputStream(socket.getInputStream())),
                new PrintStream(new BufferedOutputStream(socket.getOutputStream()), false, UTF_8));
    }

    /** What cannot be written is noticed when the reply is read. */
    List<RedisReply> exchange(List<RedisCommand> commands, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        for (RedisCommand command : commands) {
            out.print("*" + (command.arguments().size() + 1) + "\r\n");
            write(command.name().getBytes(UTF_8));
            command.arguments().forEach(this::write);
        }
        out.flush();
        return read(commands.size());
    }

    private void write(byte[] word) {
        out.print("$" + word.length + "\r\n");
        out.writeBytes(word);
        out.print("\r\n");
    }

    private List<RedisReply> read(int number) throws IOException {
        List<RedisReply> replies = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
=======
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
>>>>>>> main
            replies.add(read());
        }
        return replies;
    }

<<<<<<< HEAD
    RedisReply read() throws IOException {
        int kind = in.readUnsignedByte();
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\r'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        in.skipNBytes(1);
        String head = line.toString();
        return switch (kind) {
            case '+' -> new RedisReply.Status(head);
            case '-' -> new RedisReply.Failure(head);
            case ':' -> new RedisReply.Int(Long.parseLong(head));
            default -> head.equals("-1") ? RedisReply.Nil.INSTANCE : readMany(kind, Integer.parseInt(head));
        };
    }

    private RedisReply readMany(int kind, int size) throws IOException {
        if (kind == '*') {
            return new RedisReply.Array(read(size));
        }
        byte[] bytes = in.readNBytes(size);
        in.skipNBytes(2);
        return new RedisReply.Bulk(bytes);
    }

    void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
=======
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
>>>>>>> main
    }
}
