package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.bench.floor.ServerLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network in which a full queue is done again and again, each time measured and checked. For one thread. */
final class Shift implements AutoCloseable {
    private static final double MICROS_A_SECOND = 1e6;

    private final Lab lab;
    private final Rush rush;
    private final Rush source;
    private final HeldQueue queue;

    Shift(Lab lab, String networkId) {
        this.lab = lab;
        this.rush = lab.connect(networkId);
        this.source = lab.connect(networkId + "-source");
        this.queue = new HeldQueue(lab.redis(), source, networkId);
    }

    /**
     * What it took to do a queue.
     *
     * @param rate tasks in a second
     * @param load what Redis did for a task
     */
    record Cost(double rate, ServerLoad load) {}

    /** A handle on the network. */
    Rush rush() {
        return rush;
    }

    /**
     * Fills the queue, lets it be done, insists on the results, deletes everything.
     *
     * @param wakeUps how many of the tasks are pushed last and by rush, so that as many waiting workers wake up
     * @param work what does the tasks, where no waiting worker does
     * @param results what each task must come to
     */
    Cost measure(List<Map<String, Double>> xss, int wakeUps, Runnable work, List<Double> results) {
        int held = xss.size() - wakeUps;
        List<String> keys = new ArrayList<>(queue.push(xss.subList(0, held)));
        ServerLoad before = lab.load();
        double micros = Timer.micros(() -> {
            queue.release();
            keys.addAll(rush.tasks().push(xss.subList(held, xss.size())));
            work.run();
            Waits.until("all tasks are finished", xss.size(), this::finished);
        });
        ServerLoad load = lab.load().since(before, xss.size());
        Delivery.check(rush, keys, results);
        new Leftovers(lab.redis(), rush.networkId()).delete(keys);
        return new Cost(xss.size() / micros * MICROS_A_SECOND, load);
    }

    private long finished() {
        return lab.redis()
                .call("LLEN", "rush:{" + rush.networkId() + "}:finished")
                .asLong();
    }

    @Override
    public void close() {
        rush.reset();
        rush.close();
        source.close();
    }
}
