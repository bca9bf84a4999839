/** The state machine, the archive and its cache, worker life cycle, launcher and codec. */
module io.rush.core {
    requires io.rush.api;
    requires com.github.benmanes.caffeine;
    requires java.logging;
    requires tools.jackson.core;
    requires static java.management;
    requires static org.jspecify;

    uses io.rush.api.LoopProvider;
    uses io.rush.api.WorkerLoop;
    uses io.rush.api.log.LogSource;
    uses io.rush.api.store.ServerProvider;
    uses io.rush.api.store.StoreProvider;
    uses io.rush.api.task.TaskFunction;

    provides io.rush.api.RushProvider with
            io.rush.core.CoreRushProvider;
}
