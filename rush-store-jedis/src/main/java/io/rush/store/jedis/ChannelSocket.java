package io.rush.store.jedis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A channel to a Unix domain socket as the kind of socket that Jedis knows; Java itself offers none. One thread reads and
 * writes; any thread may close it, which ends whoever waits.
 */
final class ChannelSocket extends Socket {
    private final SocketChannel channel;
    private final ChannelWait wait;

    private ChannelSocket(SocketChannel channel, int timeoutMillis) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.wait = new ChannelWait(channel, timeoutMillis);
    }

    static ChannelSocket connect(Path path, int timeoutMillis) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            ChannelSocket socket = new ChannelSocket(channel, timeoutMillis);
            if (!channel.connect(UnixDomainSocketAddress.of(path))) {
                socket.wait.untilConnected();
            }
            return socket;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public InputStream getInputStream() {
        return new ChannelInput(channel, wait);
    }

    @Override
    public OutputStream getOutputStream() {
        return new ChannelOutput(channel, wait);
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        if (isClosed()) {
            throw new SocketException("the socket is closed");
        }
        wait.timeoutMillis(millis);
    }

    @Override
    public synchronized int getSoTimeout() {
        return wait.timeoutMillis();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        wait.close();
    }

    @Override
    public String toString() {
        return "socket on " + channel;
    }
}
