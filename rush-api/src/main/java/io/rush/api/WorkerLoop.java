package io.rush.api;

/**
 * What a worker does from its registration until it leaves (manual, {@code worker_loop}). Write one for decentralised
 * algorithms; the default loops evaluate a {@link io.rush.api.task.TaskFunction} for each queued task.
 *
 * <p>Implement it in a public class with a public constructor without arguments: workers in other JVMs create it from
 * its name.
 */
@FunctionalInterface
public interface WorkerLoop {
    /**
     * Works until {@link RushWorker#isTerminated()} or until there is nothing left to do. The worker leaves the network
     * as terminated when this returns.
     *
     * @throws Exception ends the worker as lost; tasks that belong to it fail
     */
    void run(RushWorker worker) throws Exception;
}
