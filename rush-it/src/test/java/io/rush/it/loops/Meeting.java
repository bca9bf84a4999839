package io.rush.it.loops;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Returns once as many evaluations as the input {@code parties} says are under way in its worker at the same time. */
public final class Meeting implements TaskFunction {
    private CyclicBarrier barrier;

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        barrierFor((int) (long) xs.get("parties")).await(1, TimeUnit.MINUTES);
        return Map.of("thread", Thread.currentThread().getName());
    }

    private synchronized CyclicBarrier barrierFor(int parties) {
        if (barrier == null) {
            barrier = new CyclicBarrier(parties);
        }
        return barrier;
    }
}
