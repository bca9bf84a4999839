/** The store provider on Lettuce. */
module io.rush.store.lettuce {
    requires io.netty.buffer;
    requires io.rush.api;
    requires lettuce.core;
    requires static org.jspecify;

    // Lettuce is an automatic module: it does not pull in the explicit modules that it needs.
    requires io.netty.codec;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.resolver;
    requires io.netty.resolver.dns;
    requires io.netty.transport;
    requires jdk.net;
    requires org.reactivestreams;
    requires org.slf4j;
    requires reactor.core;

    provides io.rush.api.store.StoreProvider with
            io.rush.store.lettuce.LettuceStoreProvider;
}
