package io.rush.store.jedis;

import io.rush.api.store.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Sockets whose silent death is noticed within a minute, where the operating system can do that. A subscription only
 * reads, so nothing else would tell it that its server has vanished.
 */
record TcpSockets(ServerAddress.Tcp server, int timeoutMillis, Optional<TlsLayer> tls) implements JedisSocketFactory {
    private static final Map<SocketOption<Integer>, Integer> PROBING = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 30,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    @Override
    public Socket createSocket() {
        JedisConnectionException failure = new JedisConnectionException("cannot connect to " + server);
        for (InetAddress address : addresses()) {
            Socket plain = new Socket();
            try {
                connect(plain, address);
                return tls.isPresent() ? tls.get().over(plain, server) : plain;
            } catch (IOException failed) {
                failure.addSuppressed(failed);
                closeAfter(failure, plain);
            }
        }
        throw failure;
    }

    private InetAddress[] addresses() {
        try {
            return InetAddress.getAllByName(server.host());
        } catch (UnknownHostException unknown) {
            throw new JedisConnectionException(unknown);
        }
    }

    private void connect(Socket socket, InetAddress address) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        for (Map.Entry<SocketOption<Integer>, Integer> option : PROBING.entrySet()) {
            if (socket.supportedOptions().contains(option.getKey())) {
                socket.setOption(option.getKey(), option.getValue());
            }
        }
        socket.connect(new InetSocketAddress(address, server.port()), timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
    }

    private static void closeAfter(Exception failure, Socket socket) {
        try {
            socket.close();
        } catch (IOException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
    }
}
