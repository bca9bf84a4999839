package io.rush.store.lettuce;

import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.SocketAddressResolver;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * netty's few threads, which all stores of this JVM share; they start with the first store and end with the last. All are
 * daemons. Thread-safe.
 */
final class NettyThreads {
    /** What Lettuce wants at least. Threads that compute are started when needed, which is hardly ever. */
    private static final int THREADS = 2;

    private static @Nullable ClientResources resources;
    private static int users;

    private NettyThreads() {}

    static synchronized ClientResources borrow() {
        if (resources == null) {
            resources = start();
        }
        users++;
        return resources;
    }

    private static ClientResources start() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .socketAddressResolver(SocketAddressResolver.create(NettyThreads::resolve))
                .build();
    }

    /** By the caller and as Java does: netty's own way knows less, and would hold up the connections beside it. */
    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new RedisConnectionException("unknown host " + host, unknown);
        }
    }

    static synchronized void giveBack() {
        users--;
        if (users == 0 && resources != null) {
            Future<Boolean> unused = resources.shutdown(0, 1, TimeUnit.SECONDS);
            resources = null;
        }
    }
}
