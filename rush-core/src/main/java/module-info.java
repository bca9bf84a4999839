/** The state machine, the archive and its cache, worker life cycle, launcher and codec. */
module io.rush.core {
    requires io.rush.api;
    requires com.github.benmanes.caffeine;
    requires tools.jackson.core;
    requires static org.jspecify;
}
