package io.rush.bench.scale;

import io.rush.bench.figure.Lab;
import io.rush.bench.floor.BareRedis;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of the documentation on scale: costs, and simulations beside what the model says of them. */
public final class ScaleTables {
    private static final double MICROS_A_SECOND = 1e6;
    private static final double MICROS_A_MILLI = 1e3;
    private static final int PREFETCH = 16;
    private static final List<Integer> THINK_MILLIS = List.of(1_000, 500, 200, 100);
    private static final List<Integer> READERS = List.of(25, 50, 100);
    private static final int READERS_THINK_MILLIS = 200;

    private final Lab lab;
    private final int workers;
    private final int seconds;

    /**
     * @param workers number of workers that are simulated
     * @param seconds how long each simulation is observed
     */
    public ScaleTables(Lab lab, int workers, int seconds) {
        this.lab = lab;
        this.workers = workers;
        this.seconds = seconds;
    }

    /** Measures and prints. */
    public void print(PrintStream out) {
        Map<String, Double> costs;
        try (BareRedis redis = lab.bare()) {
            costs = new Costs(lab, redis).measure();
        }
        out.println("| operation | Redis CPU, us | most per second |\n| --- | ---: | ---: |");
        costs.forEach((name, micros) ->
                out.printf(Locale.ROOT, "| %s | %.1f | %,.0f |%n", name, micros, MICROS_A_SECOND / micros));
        out.println(
                "\n| workers | think, ms | prefetch | read all | tasks/s | model | Redis busy | model | next task, ms:"
                        + " median | 99 % |\n| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int think : THINK_MILLIS) {
            simulate(out, new Simulation(workers, think, 1, false, seconds), cost(costs, Costs.ONE));
        }
        // Tasks of 100 ms share no call: a feed hands in each result by itself.
        simulate(out, new Simulation(workers, THINK_MILLIS.get(2), PREFETCH, false, seconds), cost(costs, Costs.ONE));
        for (int readers : READERS) {
            double reading = cost(costs, Costs.READ) + readers * cost(costs, Costs.ROW);
            simulate(
                    out,
                    new Simulation(readers, READERS_THINK_MILLIS, 1, true, seconds),
                    cost(costs, Costs.ONE) + reading);
        }
    }

    private static double cost(Map<String, Double> costs, String name) {
        return costs.getOrDefault(name, Double.NaN);
    }

    private void simulate(PrintStream out, Simulation simulation, double serviceMicros) {
        Observation seen = simulation.run(lab, "scale-" + System.nanoTime());
        ClosedQueue.Prediction model =
                new ClosedQueue(serviceMicros, simulation.thinkMillis() * MICROS_A_MILLI).with(simulation.workers());
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %d | %s | %,.0f | %,.0f | %.0f %% | %.0f %% | %.2f | %.1f |%n",
                simulation.workers(),
                simulation.thinkMillis(),
                simulation.prefetch(),
                simulation.reading() ? "yes" : "no",
                seen.rate(),
                model.rate(),
                100 * seen.share(),
                100 * model.share(),
                seen.medianMicros() / MICROS_A_MILLI,
                seen.slowMicros() / MICROS_A_MILLI);
    }
}
