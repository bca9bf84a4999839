package io.rush.store.jedis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** What goes to a channel. Written by one thread. */
final class ChannelOutput extends OutputStream {
    private final SocketChannel channel;
    private final ChannelWait wait;

    ChannelOutput(SocketChannel channel, ChannelWait wait) {
        this.channel = channel;
        this.wait = wait;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                wait.until(SelectionKey.OP_WRITE);
            }
        }
    }
}
