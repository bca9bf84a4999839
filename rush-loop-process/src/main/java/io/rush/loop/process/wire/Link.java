package io.rush.loop.process.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * One end of the connection of a worker and its child. A message is the length of its payload in four bytes, its type in
 * one, and the payload. One thread reads; any may write, and no thread that is interrupted should: that closes the
 * connection.
 */
public final class Link implements Closeable {
    private static final int HEADER = Integer.BYTES + 1;
    /** The most that is read or written at a time: the system copies it through memory outside of the heap. */
    private static final int WINDOW = 1 << 16;

    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(WINDOW).flip();

    /** Over an open connection. */
    public Link(SocketChannel channel) {
        this.channel = channel;
    }

    /** The child's end. */
    public static Link connect(Path socket) throws IOException {
        return new Link(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /**
     * The next message; {@link FrameType#GONE} at the end of the connection.
     *
     * @param limit the largest payload in bytes; what is larger, or than this JVM has memory for, is read past and becomes
     *     {@link FrameType#OVERSIZED}
     */
    public Frame read(int limit) throws IOException {
        if (!fill(HEADER)) {
            return Frame.of(FrameType.GONE);
        }
        int length = input.getInt();
        FrameType type = FrameType.of(input.get());
        if (length < 0) {
            throw new IOException("a message cannot have " + length + " bytes");
        }
        return length > limit ? skip(length) : read(type, length);
    }

    private Frame read(FrameType type, int length) throws IOException {
        byte[] payload;
        try {
            payload = new byte[length];
        } catch (OutOfMemoryError tooLarge) {
            return skip(length);
        }
        int done = Math.min(length, input.remaining());
        input.get(payload, 0, done);
        while (done < length) {
            int count = channel.read(ByteBuffer.wrap(payload, done, Math.min(WINDOW, length - done)));
            requireMore(count);
            done += count;
        }
        return new Frame(type, payload);
    }

    private Frame skip(int length) throws IOException {
        int left = length;
        while (left > 0) {
            if (!input.hasRemaining()) {
                input.clear();
                int count = channel.read(input);
                input.flip();
                requireMore(count);
            }
            int step = Math.min(left, input.remaining());
            input.position(input.position() + step);
            left -= step;
        }
        return Frame.oversized(length);
    }

    /** False at the end of the connection. */
    private boolean fill(int bytes) throws IOException {
        while (input.remaining() < bytes) {
            input.compact();
            int count = channel.read(input);
            input.flip();
            if (count < 0) {
                return false;
            }
        }
        return true;
    }

    private static void requireMore(int count) throws IOException {
        if (count < 0) {
            throw new IOException("the connection ended within a message");
        }
    }

    /** Writes a message; returns when the system has taken all of it. */
    public synchronized void write(Frame frame) throws IOException {
        byte[] payload = frame.payload();
        int first = Math.min(payload.length, WINDOW - HEADER);
        ByteBuffer head = ByteBuffer.allocate(HEADER + first)
                .putInt(payload.length)
                .put(frame.type().code())
                .put(payload, 0, first)
                .flip();
        writeAll(head);
        for (int done = first; done < payload.length; done += WINDOW) {
            writeAll(ByteBuffer.wrap(payload, done, Math.min(WINDOW, payload.length - done)));
        }
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
