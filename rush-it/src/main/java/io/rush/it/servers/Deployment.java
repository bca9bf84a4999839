package io.rush.it.servers;

import io.rush.api.store.Credentials;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.TlsSettings;
import io.rush.api.store.Topology;
import io.rush.embedded.RedisServer;
import java.nio.file.Path;
import java.util.List;

/** A way in which Redis is deployed, and how to have it so for a while. Redis is that of rush-embedded. */
public enum Deployment {
    /** One server by host and port. */
    STANDALONE {
        @Override
        public Servers start() {
            RedisServer server = RedisServer.start();
            return EmbeddedServers.one(server, Deployment::admin, () -> at(server.port()));
        }

        @Override
        public StoreConfig.Builder example() {
            return at(Ports.free());
        }
    },

    /** One server by a Unix domain socket. */
    UNIX_SOCKET {
        @Override
        public Servers start() {
            Path path = Scratch.directory().resolve("redis-" + Ports.free() + ".sock");
            RedisServer server = RedisServer.start(List.of("--unixsocket", path.toString()));
            return EmbeddedServers.one(server, Deployment::admin, () -> at(path));
        }

        @Override
        public StoreConfig.Builder example() {
            return at(Scratch.directory().resolve("nobody.sock"));
        }

        private StoreConfig.Builder at(Path path) {
            return StoreConfig.builder().servers(List.of(new ServerAddress.UnixSocket(path)));
        }
    },

    /** One server that shows a certificate. */
    TLS {
        @Override
        public Servers start() {
            TlsServer server = TlsServer.start(Scratch.certificates());
            return EmbeddedServers.one(server.server(), Deployment::admin, () -> trusting(server.port()));
        }

        @Override
        public StoreConfig.Builder example() {
            return trusting(Ports.free());
        }

        private StoreConfig.Builder trusting(int port) {
            TlsSettings trust = TlsSettings.builder()
                    .trust(Scratch.certificates().certificate())
                    .build();
            return at(port).tls(trust);
        }
    },

    /** One server for users it knows; the user of clients may neither administer it nor do what is dangerous. */
    ACL_USER {
        @Override
        public Servers start() {
            RedisServer server = RedisServer.start(List.of(
                    "--user",
                    "default",
                    "off",
                    "--user",
                    "admin",
                    "on",
                    ">" + ADMIN_PASSWORD,
                    "~*",
                    "&*",
                    "+@all",
                    "--user",
                    USER,
                    "on",
                    ">" + PASSWORD,
                    "~*",
                    "&*",
                    "+@all",
                    "-@admin",
                    "-@dangerous"));
            return EmbeddedServers.one(
                    server, each -> Admin.of(each.port(), "admin", ADMIN_PASSWORD), () -> welcome(server.port()));
        }

        @Override
        public StoreConfig.Builder example() {
            return welcome(Ports.free());
        }

        private StoreConfig.Builder welcome(int port) {
            return at(port).credentials(Credentials.of(USER, PASSWORD));
        }
    },

    /** Sentinels that watch a primary and a replica. */
    SENTINEL {
        @Override
        public Servers start() {
            return SentinelServers.start().asServers();
        }

        @Override
        public StoreConfig.Builder example() {
            return at(Ports.free()).topology(new Topology.Sentinel(SentinelServers.MASTER));
        }
    },

    /** A cluster of several primaries, each with a replica. */
    CLUSTER {
        @Override
        public Servers start() {
            return ClusterServers.start().asServers();
        }

        @Override
        public StoreConfig.Builder example() {
            return at(Ports.free()).topology(Topology.Cluster.INSTANCE);
        }
    };

    private static final String ADMIN_PASSWORD = "password-of-the-admin";
    private static final String USER = "worker";
    private static final String PASSWORD = "pa:ss@wörd";

    /** Starts it; returns when clients can be served. */
    public abstract Servers start();

    /** What a client is told of such a deployment, at an address where nobody listens. */
    public abstract StoreConfig.Builder example();

    private static Admin admin(RedisServer server) {
        return Admin.of(server.port());
    }

    private static StoreConfig.Builder at(int port) {
        return StoreConfig.builder().server("127.0.0.1", port);
    }
}
