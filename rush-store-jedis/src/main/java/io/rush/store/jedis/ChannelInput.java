package io.rush.store.jedis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** What comes from a channel. Read by one thread. */
final class ChannelInput extends InputStream {
    private final SocketChannel channel;
    private final ChannelWait wait;

    ChannelInput(SocketChannel channel, ChannelWait wait) {
        this.channel = channel;
        this.wait = wait;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        int count = channel.read(buffer);
        while (count == 0) {
            wait.until(SelectionKey.OP_READ);
            count = channel.read(buffer);
        }
        return count;
    }
}
