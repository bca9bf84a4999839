package io.rush.store.lettuce;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.DriverInfo;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.Transports.NativeTransports;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.TlsSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lettuce's client for one store. It neither repeats a command nor connects again by itself: who talks on a connection that
 * broke is told, and takes another. Thread-safe.
 */
final class OwnClient {
    private final RedisClient client;

    /** @throws ConfigurationException if a TLS file cannot be read */
    OwnClient(StoreConfig config) {
        ClientOptions options = options(config);
        this.client = new BareClient(NettyThreads.borrow());
        client.setOptions(options);
    }

    private static ClientOptions options(StoreConfig config) {
        ClientOptions.Builder options = ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .pingBeforeActivateConnection(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .socketOptions(sockets(config))
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .useHashIndexQueue(false);
        config.tls().ifPresent(tls -> options.sslOptions(ssl(tls, config)));
        return options.build();
    }

    private static SocketOptions sockets(StoreConfig config) {
        // A subscription only reads, so nothing but probes would tell it that its server has vanished.
        KeepAliveOptions probes = KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(30))
                .interval(Duration.ofSeconds(10))
                .count(3)
                .build();
        return SocketOptions.builder()
                .connectTimeout(config.connectTimeout())
                .keepAlive(probes)
                .build();
    }

    private static SslOptions ssl(TlsSettings tls, StoreConfig config) {
        SslOptions.Builder ssl = SslOptions.builder().jdkSslProvider().handshakeTimeout(config.connectTimeout());
        tls.trustManagers().ifPresent(ssl::trustManager);
        tls.keyManagers().ifPresent(ssl::keyManager);
        return ssl.build();
    }

    /** @throws ConfigurationException if Lettuce cannot reach such an address here */
    Plug to(ServerAddress address, StoreConfig config) {
        RedisURI uri = uri(address);
        config.tls().ifPresent(tls -> {
            uri.setSsl(true);
            uri.setVerifyPeer(tls.isVerifyingHostName() ? SslVerifyMode.FULL : SslVerifyMode.CA);
        });
        // Redis would be told, in another round trip.
        uri.setDriverInfo(DriverInfo.builder().name("").build());
        uri.setLibraryVersion("");
        return new ServerPlug(client, uri);
    }

    private static RedisURI uri(ServerAddress address) {
        if (address instanceof ServerAddress.UnixSocket socket) {
            requireNativeTransport(socket);
            return RedisURI.Builder.socket(socket.path().toString()).build();
        }
        ServerAddress.Tcp tcp = (ServerAddress.Tcp) address;
        return RedisURI.create(tcp.host(), tcp.port());
    }

    private static void requireNativeTransport(ServerAddress.UnixSocket socket) {
        if (!NativeTransports.isDomainSocketSupported()) {
            throw new ConfigurationException("Lettuce reaches " + socket + " by netty's native transport alone: add"
                    + " io.netty:netty-transport-native-epoll (Linux) or io.netty:netty-transport-native-kqueue (macOS)"
                    + " in netty's version and with the classifier of this machine (on the module path also"
                    + " --add-modules with both its modules), or use the store jedis");
        }
    }

    /** Ends what is left of the client, and netty's threads when no other store uses them. */
    void close() {
        CompletableFuture<Void> unused = client.shutdownAsync(0, 1, TimeUnit.SECONDS)
                .whenComplete((nothing, failure) -> NettyThreads.giveBack());
    }
}
