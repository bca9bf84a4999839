package io.rush.embedded;

import io.rush.api.store.ServerProvider;

/**
 * Offers one {@link RedisServer} per JVM to rush, started at the first request. For development and tests only; the
 * bundled binary was built in 2024. Thread-safe. A start that failed is tried again by the next request.
 */
public final class EmbeddedServerProvider implements ServerProvider {
    private static final SharedServer SHARED = new SharedServer();

    /** Starts nothing yet. */
    public EmbeddedServerProvider() {}

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String url() {
        return SHARED.url();
    }
}
