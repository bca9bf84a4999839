package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.bench.floor.ServerLoad;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What Redis keeps of a task that a worker finished: how much its memory grows, on a fresh server in each round and
 * with all connections closed, so that their buffers do not count.
 */
final class RedisMemory implements Figure {
    private static final Quantity MEMORY =
            Quantity.of("Redis memory of a finished task", "bytes/task", Bar.atMost(700));

    private final Lab lab;
    private final List<Map<String, Double>> xss;

    RedisMemory(Lab lab) {
        this.lab = lab;
        this.xss = Points.range(0, lab.sizes().tasks());
    }

    @Override
    public List<Sample> round() {
        try (Lab fresh = lab.another()) {
            finish(fresh, "first", xss.subList(0, 1)); // so that the server knows the scripts
            double before = memory(fresh);
            finish(fresh, "second", xss);
            return List.of(Sample.of(MEMORY, (memory(fresh) - before) / xss.size()));
        }
    }

    private static void finish(Lab fresh, String networkId, List<Map<String, Double>> xss) {
        try (Rush rush = fresh.connect(networkId);
                BareCrew crew = new BareCrew(fresh, Crew.PREFETCH, rush)) {
            List<String> keys = rush.tasks().push(xss);
            crew.run();
            Delivery.check(rush, keys, Collections.nCopies(keys.size(), BareCrew.constantResult()));
        }
    }

    private static double memory(Lab fresh) {
        Waits.until(
                "one connection is left",
                () -> ServerLoad.number(ServerLoad.section(fresh.redis(), "clients"), "connected_clients") == 1);
        return ServerLoad.number(ServerLoad.section(fresh.redis(), "memory"), "used_memory");
    }

    @Override
    public void close() {}
}
