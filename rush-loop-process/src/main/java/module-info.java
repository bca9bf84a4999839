/** The loop that evaluates each task in a JVM of its own. */
module io.rush.loop.process {
    requires io.rush.api;
    requires static org.jspecify;

    provides io.rush.api.LoopProvider with
            io.rush.loop.process.ProcessLoopProvider;
}
