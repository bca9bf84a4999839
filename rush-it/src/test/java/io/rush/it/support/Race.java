package io.rush.it.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs calls at the same moment, each in a thread of its own. */
public final class Race implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Starts the calls at one barrier; returns what they returned, in order. What one throws ends the race. */
    public <T> List<T> run(List<? extends Callable<? extends T>> calls) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        List<Future<T>> running = new ArrayList<>(calls.size());
        for (Callable<? extends T> call : calls) {
            running.add(threads.submit(() -> startTogether(barrier, call)));
        }
        List<T> results = new ArrayList<>(calls.size());
        for (Future<T> future : running) {
            results.add(resultOf(future));
        }
        return results;
    }

    private static <T> T startTogether(CyclicBarrier barrier, Callable<? extends T> call) throws Exception {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException late) {
            throw new AssertionError("the calls did not start together", late);
        }
        return call.call();
    }

    private static <T> T resultOf(Future<T> future) throws Exception {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a call in a race failed: " + failed.getCause(), failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
