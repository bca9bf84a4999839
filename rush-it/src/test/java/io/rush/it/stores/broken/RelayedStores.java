package io.rush.it.stores.broken;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;
import io.rush.it.servers.Admin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Stores behind sentinels that find the primary in a way of their own. */
final class RelayedStores {
    private RelayedStores() {}

    /** Goes where the sentinels send each new connection, and has them tell it nothing else. */
    static RedisStore asking(StoreProvider sound, StoreConfig config) {
        return over(sound, config, () -> primary(config));
    }

    /** Goes to the first primary for as long as somebody answers there. */
    static RedisStore clinging(StoreProvider sound, StoreConfig config) {
        AtomicInteger known = new AtomicInteger();
        return over(sound, config, () -> known.updateAndGet(port -> answers(port) ? port : primary(config)));
    }

    private static RedisStore over(StoreProvider sound, StoreConfig config, IntSupplier target) {
        // Says what is wrong with the configuration.
        sound.open(config).close();
        Relay relay = Relay.to(target);
        StoreConfig relayed = config.toBuilder()
                .topology(Topology.Standalone.INSTANCE)
                .server("127.0.0.1", relay.port())
                .build();
        return behind(relay, sound.open(relayed));
    }

    /** A store that ends with its way to the server. */
    static RedisStore behind(Relay relay, RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public void close() {
                super.close();
                relay.close();
            }
        };
    }

    static RedisStore listeningElsewhere(RedisStore sound, RedisStore elsewhere) {
        return new Delegate(sound) {
            @Override
            public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
                return elsewhere.subscribe(channel, listener);
            }

            @Override
            public void close() {
                super.close();
                elsewhere.close();
            }
        };
    }

    static RedisStore withASpare(RedisStore sound, RedisStore spare) {
        RedisSubscription busy = spare.subscribe("spare", message -> {});
        return new Delegate(sound) {
            @Override
            public void close() {
                super.close();
                busy.close();
                spare.close();
            }
        };
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** As the first sentinel says that answers. */
    private static int primary(StoreConfig config) {
        String master = ((Topology.Sentinel) config.topology()).master();
        return config.servers().stream()
                .map(ServerAddress.Tcp.class::cast)
                .flatMap(sentinel -> primary(sentinel.port(), master).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sentinel answers"));
    }

    private static Optional<Integer> primary(int sentinelPort, String master) {
        try (Admin sentinel = Admin.of(sentinelPort)) {
            RedisReply answer = sentinel.ask(RedisCommand.of("SENTINEL", "get-master-addr-by-name", master));
            return Optional.of(Integer.parseInt(answer.asList().get(1).asText()));
        } catch (UncheckedIOException away) {
            return Optional.empty();
        }
    }
}
