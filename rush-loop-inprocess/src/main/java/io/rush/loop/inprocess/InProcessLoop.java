package io.rush.loop.inprocess;

import io.rush.api.LoopContext;
import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;

/** Evaluates the tasks of a worker in its own JVM, several at once where the user wants that. */
final class InProcessLoop implements WorkerLoop {
    private final LoopContext context;
    private final LaneOptions options;

    InProcessLoop(LoopContext context, LaneOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Ends when the worker should leave or its thread is interrupted; the flag of the thread is then left set. */
    @Override
    public void run(RushWorker worker) {
        Crew crew = new Crew(worker, new Evaluation(context), options);
        new Watchdog(worker, crew, context.prefetch()).run();
    }
}
