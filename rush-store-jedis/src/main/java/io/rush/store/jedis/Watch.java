package io.rush.store.jedis;

/** Tells when the data has moved to another server, until it is closed. */
@FunctionalInterface
interface Watch extends AutoCloseable {
    @Override
    void close();
}
