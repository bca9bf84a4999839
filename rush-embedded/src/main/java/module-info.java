/** A real Redis for development and tests, found by SPI. */
module io.rush.embedded {
    requires embedded.redis;
    requires io.rush.api;
    requires static org.jspecify;

    // embedded.redis is an automatic module: it does not pull in the explicit modules that it needs.
    requires org.apache.commons.io;
}
