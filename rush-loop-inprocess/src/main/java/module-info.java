/** The loop that evaluates tasks in the worker's own JVM. */
module io.rush.loop.inprocess {
    requires io.rush.api;
    requires static org.jspecify;
}
