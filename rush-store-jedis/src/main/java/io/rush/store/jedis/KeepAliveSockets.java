package io.rush.store.jedis;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Sockets whose silent death is noticed within a minute, where the operating system can do that. A subscription only
 * reads, so nothing else would tell it that its server has vanished.
 */
final class KeepAliveSockets extends DefaultJedisSocketFactory {
    private static final Map<SocketOption<Integer>, Integer> PROBING = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 30,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    KeepAliveSockets(StoreConfig config) {
        super(address(config.servers().get(0)), timeouts(config));
    }

    private static HostAndPort address(ServerAddress server) {
        if (server instanceof ServerAddress.Tcp tcp) {
            return new HostAndPort(tcp.host(), tcp.port());
        }
        throw new ConfigurationException("the store jedis reaches servers by host and port only, not at " + server);
    }

    private static DefaultJedisClientConfig timeouts(StoreConfig config) {
        int millis = Millis.of(config.connectTimeout());
        return DefaultJedisClientConfig.builder().timeoutMillis(millis).build();
    }

    @Override
    public Socket createSocket() {
        Socket socket = super.createSocket();
        try {
            probe(socket);
        } catch (IOException broken) {
            closeAfter(broken, socket);
            throw new JedisConnectionException(broken);
        }
        return socket;
    }

    private static void probe(Socket socket) throws IOException {
        for (Map.Entry<SocketOption<Integer>, Integer> option : PROBING.entrySet()) {
            if (socket.supportedOptions().contains(option.getKey())) {
                socket.setOption(option.getKey(), option.getValue());
            }
        }
    }

    private static void closeAfter(IOException broken, Socket socket) {
        try {
            socket.close();
        } catch (IOException alsoBroken) {
            broken.addSuppressed(alsoBroken);
        }
    }
}
