package io.rush.bench.scale;

import io.rush.api.Rush;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskCounts;
import io.rush.bench.figure.DeliveryException;
import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Points;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.ServerLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Many workers, each a thread with connections of its own, that take tasks, think for a while, and hand in results.
 *
 * @param workers how many
 * @param thinkMillis what they think about each task
 * @param prefetch how many tasks each has at hand at most
 * @param reading whether each reads all new results after each task
 * @param seconds how long the steady state is observed
 */
record Simulation(int workers, long thinkMillis, int prefetch, boolean reading, int seconds) {
    private static final int SECONDS_OF_SETTLING = 3;
    private static final double MOST_TASKS_A_SECOND = 60_000;
    private static final double MILLIS_A_SECOND = 1e3;
    private static final double MICROS_A_SECOND = 1e6;
    private static final int TASKS_A_PUSH = 50_000;

    /** Runs in a network of its own, which is deleted afterwards. */
    Observation run(Lab lab, String networkId) {
        try (Rush rush = lab.connect(networkId)) {
            int pushed = push(rush);
            Observation observation = observe(lab, networkId);
            check(rush.tasks().counts(), pushed);
            rush.reset();
            return observation;
        }
    }

    private int push(Rush rush) {
        double rate = Math.min(MOST_TASKS_A_SECOND, workers * MILLIS_A_SECOND / Math.max(1, thinkMillis));
        int tasks = (int) (rate * (SECONDS_OF_SETTLING + seconds + 2));
        for (int from = 0; from < tasks; from += TASKS_A_PUSH) {
            rush.tasks().push(Points.range(from, Math.min(tasks, from + TASKS_A_PUSH)), PushOptions.none());
        }
        return tasks;
    }

    private Observation observe(Lab lab, String networkId) {
        CountDownLatch start = new CountDownLatch(1);
        List<ThinkingWorker> crew = IntStream.range(0, workers)
                .mapToObj(i -> new ThinkingWorker(lab, networkId, this, start))
                .toList();
        List<Thread> threads = new ArrayList<>();
        crew.forEach(worker -> threads.add(start(worker)));
        try (BareRedis redis = lab.bare()) {
            start.countDown();
            pause(SECONDS_OF_SETTLING);
            crew.forEach(ThinkingWorker::observe);
            return observe(crew, redis);
        } finally {
            crew.forEach(ThinkingWorker::stop);
            threads.forEach(Simulation::join);
        }
    }

    private Observation observe(List<ThinkingWorker> crew, BareRedis redis) {
        ServerLoad before = ServerLoad.now(redis);
        long finishedBefore = finished(crew);
        long start = System.nanoTime();
        pause(seconds);
        double micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        double rate = (finished(crew) - finishedBefore) / micros * MICROS_A_SECOND;
        double cpu = ServerLoad.now(redis).since(before, 1).cpuMicros();
        List<Double> waits = crew.stream()
                .flatMap(worker -> worker.waits().stream())
                .sorted()
                .toList();
        if (waits.isEmpty()) {
            throw new DeliveryException("no worker finished a task in " + seconds + " s");
        }
        return new Observation(rate, cpu / micros, waits.get(waits.size() / 2), waits.get(waits.size() * 99 / 100));
    }

    private static long finished(List<ThinkingWorker> crew) {
        return crew.stream().mapToLong(ThinkingWorker::finished).sum();
    }

    private static void check(TaskCounts counts, int pushed) {
        boolean sound =
                counts.running() == 0 && counts.failed() == 0 && counts.total() == pushed && counts.queued() > 0;
        if (!sound) {
            throw new DeliveryException("of " + pushed + " tasks none may be running or failed, and some must be left,"
                    + " but there are " + counts);
        }
    }

    private static Thread start(Runnable worker) {
        Thread thread = new Thread(worker, "thinking-worker");
        thread.start();
        return thread;
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
