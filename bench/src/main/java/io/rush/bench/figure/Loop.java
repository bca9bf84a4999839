package io.rush.bench.figure;

import io.rush.bench.floor.ServerLoad;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Worker JVMs do a full queue of tasks in the default loop; the floor does the same queue in bare loops, one connection
 * a worker.
 */
final class Loop implements Figure {
    private static final String BARE = "bare loops, a connection a worker";

    private final Crew crew;
    private final List<Map<String, Double>> xss;
    private final Blocked blocked;
    private final Shift ours;
    private final Shift floor;
    private final BareCrew bare;

    private Loop(Lab lab, Crew crew) {
        this.crew = crew;
        int fewest = crew.workers() + 1; // one to wake each, and one that waits in the queue
        this.xss = Points.range(0, Math.max(lab.sizes().tasks(), fewest));
        this.blocked = new Blocked(lab.redis());
        this.floor = new Shift(lab, crew.name() + "-floor");
        this.bare = new BareCrew(lab, crew, floor.rush());
        this.ours = new Shift(lab, crew.name());
        ours.rush().workers().startLocal(crew.spec());
    }

    /** The figure of a crew. */
    static Function<Lab, Figure> of(Crew crew) {
        return lab -> new Loop(lab, crew);
    }

    @Override
    public List<Sample> round() {
        Shift.Cost least = floor.measure(
                xss, crew.workers(), bare::run, Collections.nCopies(xss.size(), BareCrew.constantResult()));
        blocked.await(crew.workers());
        Shift.Cost cost = ours.measure(
                xss, crew.workers(), () -> {}, xss.stream().map(Points::first).toList());
        return samples(cost, least);
    }

    private List<Sample> samples(Shift.Cost cost, Shift.Cost least) {
        ServerLoad load = cost.load();
        ServerLoad leastLoad = least.load();
        return List.of(
                Sample.of(Quantity.of("tasks done", "tasks/s", BARE, crew.rate()), cost.rate(), least.rate()),
                Sample.of(
                        Quantity.of("commands", "1/task", BARE, crew.commands()),
                        load.commands(),
                        leastLoad.commands()),
                Sample.of(
                        Quantity.of("Redis CPU from pop to finish", "us/task", BARE, crew.cpu()),
                        load.cpuMicros(),
                        leastLoad.cpuMicros()),
                Sample.of(
                        Quantity.of("time in the script", "us/task", BARE, Bar.NONE),
                        load.scriptMicros(),
                        leastLoad.scriptMicros()));
    }

    @Override
    public void close() {
        bare.close();
        floor.close();
        ours.close();
    }
}
