package io.rush.bench.floor;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The barest client there is: a blocking socket without delay, prepared bytes out, replies in. Not thread-safe. A
 * broken connection is an {@link UncheckedIOException}, an error of Redis an {@link IllegalStateException}.
 */
public final class BareRedis implements AutoCloseable {
    private static final byte[] PING = Resp.bytes(RedisCommand.of("PING"));

    private final Socket socket;
    private final OutputStream out;
    private final Replies replies;

    /** Connects to a server on this machine. */
    public BareRedis(int port) {
        try {
            this.socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            this.out = socket.getOutputStream();
            this.replies = new Replies(socket.getInputStream());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** Sends one command as text and reads the reply. */
    public RedisReply call(String name, String... arguments) {
        return call(Resp.bytes(RedisCommand.of(name, arguments)));
    }

    /** Sends a prepared command and reads the reply. */
    public RedisReply call(byte[] command) {
        try {
            out.write(command);
            return replies.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends prepared commands in one go and reads past their replies. */
    public void send(byte[] commands, int number) {
        try {
            out.write(commands);
            for (int i = 0; i < number; i++) {
                replies.pass();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One round trip that makes Redis do nothing. */
    public void ping() {
        send(PING, 1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
