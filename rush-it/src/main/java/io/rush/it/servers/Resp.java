package io.rush.it.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** One connection that speaks RESP2, without a client library between it and what is looked at. Not thread-safe. */
final class Resp implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int REPLY_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private Resp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    static Resp to(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), CONNECT_MILLIS);
            socket.setSoTimeout(REPLY_MILLIS);
            socket.setTcpNoDelay(true);
            return new Resp(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    RedisReply send(RedisCommand command) throws IOException {
        line("*" + (1 + command.arguments().size()));
        word(command.name().getBytes(UTF_8));
        for (byte[] argument : command.arguments()) {
            word(argument);
        }
        out.flush();
        return read();
    }

    private void word(byte[] bytes) throws IOException {
        line("$" + bytes.length);
        out.write(bytes);
        line("");
    }

    private void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(US_ASCII));
    }

    private RedisReply read() throws IOException {
        char kind = (char) in.readUnsignedByte();
        String text = readLine();
        return switch (kind) {
            case '+' -> new RedisReply.Status(text);
            case '-' -> new RedisReply.Failure(text);
            case ':' -> new RedisReply.Int(Long.parseLong(text));
            case '$' -> bulk(Integer.parseInt(text));
            case '*' -> array(Integer.parseInt(text));
            default -> throw new IOException("Redis does not speak RESP2 but says " + kind + text);
        };
    }

    private RedisReply bulk(int length) throws IOException {
        if (length < 0) {
            return RedisReply.Nil.INSTANCE;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        readLine();
        return new RedisReply.Bulk(bytes);
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

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Redis closed the connection");
            }
            line.write(next);
        }
        in.skipNBytes(1);
        return line.toString(UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
