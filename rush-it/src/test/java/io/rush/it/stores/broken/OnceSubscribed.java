package io.rush.it.stores.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisSubscription;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** A subscription that ends with its connection and tells nobody. */
final class OnceSubscribed implements RedisSubscription {
    private final Socket socket;
    private final DataInputStream in;
    private boolean closed;

    private OnceSubscribed(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    static OnceSubscribed to(int port, String channel, Consumer<byte[]> listener) {
        try {
            OnceSubscribed subscription = new OnceSubscribed(new Socket(InetAddress.getLoopbackAddress(), port));
            subscription.socket.getOutputStream().write(("SUBSCRIBE " + channel + "\r\n").getBytes(UTF_8));
            subscription.readWord();
            subscription.readWord();
            subscription.readLine();
            Thread thread = new Thread(() -> subscription.listen(listener), "once-subscribed");
            thread.setDaemon(true);
            thread.start();
            return subscription;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void listen(Consumer<byte[]> listener) {
        try {
            while (true) {
                readWord();
                readWord();
                deliver(listener, readWord());
            }
        } catch (IOException broken) {
            close();
        }
    }

    private synchronized void deliver(Consumer<byte[]> listener, byte[] message) {
        try {
            if (!closed) {
                listener.accept(message);
            }
        } catch (RuntimeException failing) {
            return;
        }
    }

    /** Passes over what an array begins with. */
    private byte[] readWord() throws IOException {
        String head = readLine();
        while (head.startsWith("*")) {
            head = readLine();
        }
        byte[] word = in.readNBytes(Integer.parseInt(head, 1, head.length(), 10));
        readLine();
        return word;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\r'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
