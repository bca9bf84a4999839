package io.rush.bench.scale;

import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.store.RedisStore;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.bench.figure.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A worker whose work is to wait. */
final class ThinkingWorker implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double NANOS_A_MICRO = 1e3;

    private final Lab lab;
    private final String networkId;
    private final Simulation simulation;
    private final CountDownLatch start;
    private final AtomicLong finished = new AtomicLong();
    private final List<Double> waits = new ArrayList<>();
    private volatile boolean observed;
    private volatile boolean stopped;

    ThinkingWorker(Lab lab, String networkId, Simulation simulation, CountDownLatch start) {
        this.lab = lab;
        this.networkId = networkId;
        this.simulation = simulation;
        this.start = start;
    }

    @Override
    public void run() {
        try (RedisStore store = lab.store();
                RushWorker worker = lab.register(networkId, store)) {
            start.await();
            try (TaskFeed feed = worker.feed(simulation.prefetch())) {
                work(worker, feed);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void work(RushWorker worker, TaskFeed feed) throws InterruptedException {
        Optional<Task> task = next(feed);
        while (task.isPresent() && !stopped) {
            TimeUnit.MILLISECONDS.sleep(simulation.thinkMillis());
            finish(task.get(), feed);
            if (simulation.reading()) {
                worker.archive().fetchFinished();
            }
            task = next(feed);
        }
        task.ifPresent(last -> finish(last, feed));
    }

    private void finish(Task task, TaskFeed feed) {
        feed.handIn(TaskResult.finished(task.key(), Map.of("y", 1.5)));
        finished.incrementAndGet();
    }

    private Optional<Task> next(TaskFeed feed) {
        long before = System.nanoTime();
        Optional<Task> task = feed.next(PATIENCE);
        if (observed) {
            synchronized (waits) {
                waits.add((System.nanoTime() - before) / NANOS_A_MICRO);
            }
        }
        return task;
    }

    long finished() {
        return finished.get();
    }

    /** From now on it takes the time of its calls. */
    void observe() {
        observed = true;
    }

    List<Double> waits() {
        synchronized (waits) {
            return List.copyOf(waits);
        }
    }

    /** Lets it leave after its task. */
    void stop() {
        stopped = true;
    }
}
