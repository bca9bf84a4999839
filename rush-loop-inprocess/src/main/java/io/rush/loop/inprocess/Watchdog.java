package io.rush.loop.inprocess;

import io.rush.api.Prefetch;
import io.rush.api.RushWorker;
import io.rush.api.error.RushException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.loop.inprocess.Watch.Phase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Starts the lanes of a worker, interrupts what takes too long, and abandons what does not obey. For one thread. */
final class Watchdog {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    private final Crew crew;
    private final Duration grace;
    private final Lane[] lanes;
    private boolean interrupted;
    private boolean stopped;

    Watchdog(RushWorker worker, Crew crew, Prefetch prefetch) {
        this.crew = crew;
        this.grace = crew.options().interruptGrace();
        this.lanes = new Lane[crew.options().concurrency()];
        for (int i = 0; i < lanes.length; i++) {
            LaneName name = LaneName.first(worker.workerId(), i + 1);
            lanes[i] = new Lane(crew, name, worker.feed(prefetch), Optional.empty());
        }
    }

    /** Returns when all lanes have left; the flag of an interrupted thread is then left set. */
    void run() {
        for (Lane lane : lanes) {
            lane.start();
        }
        while (crew.isAtWork()) {
            crew.pause(look());
            interrupted |= Thread.interrupted();
            if (!stopped && (interrupted || crew.failure().isPresent())) {
                stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        crew.failure().ifPresent(Watchdog::rethrow);
    }

    /** Does what is due, and returns when to look again. */
    private long look() {
        crew.look();
        long next = Watch.NEVER;
        for (int i = 0; i < lanes.length; i++) {
            int lane = i;
            lanes[i].watch().expire(crew.now(), grace.toNanos()).ifPresent(was -> abandon(lane, was));
            next = Math.min(next, lanes[i].watch().due());
        }
        return next;
    }

    private void abandon(int i, Phase was) {
        Lane lane = lanes[i];
        Task task = lane.watch().task().orElseThrow();
        String thread = lane.watch().thread().getName();
        LOG.log(
                Level.WARNING,
                "task {0} did not obey its interrupt; thread {1} is abandoned and lives on until the function returns",
                task.key(),
                thread);
        Optional<TaskResult> failure = was == Phase.TIMED_OUT
                ? Optional.of(crew.evaluation().abandoned(task, thread, grace))
                : Optional.empty();
        lanes[i] = lane.successor(failure);
        lanes[i].start();
    }

    private void stop() {
        stopped = true;
        crew.end();
        long patience = crew.after(grace);
        for (Lane lane : lanes) {
            lane.watch().stop(patience);
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw thrown instanceof RuntimeException unchecked
                ? unchecked
                : new RushException("a lane ended with " + thrown, thrown);
    }
}
