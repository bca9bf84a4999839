package io.rush.it.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
            replies.add(read());
        }
        return replies;
    }

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
    }
}
