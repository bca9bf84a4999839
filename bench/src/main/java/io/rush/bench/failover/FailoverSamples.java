package io.rush.bench.failover;

import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A round in numbers. For one thread. */
final class FailoverSamples {
    private static final String NAMED = "a sentinel names a new primary";

    private final Aftermath aftermath;
    private final Outage outage;
    private final double named;
    private final List<Sample> samples = new ArrayList<>();

    private FailoverSamples(Aftermath aftermath) {
        this.aftermath = aftermath;
        this.outage = aftermath.outage();
        this.named = outage.millisUntil(outage.named());
    }

    /** The same quantities in the same order for each round. */
    static List<Sample> of(Aftermath aftermath) {
        FailoverSamples samples = new FailoverSamples(aftermath);
        samples.addNaming();
        samples.addWorkers();
        samples.addController();
        samples.addDelivery();
        return List.copyOf(samples.samples);
    }

    private void addNaming() {
        addAlone("from the kill until " + NAMED, "ms", named);
        addAlone("failovers", "", aftermath.failedOverAgain() ? 2 : 1);
        addAlone("until all sentinels do", "ms", outage.millisUntil(outage.namedByAll()));
    }

    private void addWorkers() {
        List<Instant> returns = aftermath.evaluations().firstAfter(outage.midway()).values().stream()
                .sorted()
                .toList();
        add("until the first worker begins a task", millisUntilFirst(returns.stream()));
        add("until the last worker does", millisUntilFirst(returns.stream().sorted(Comparator.reverseOrder())));
        add(
                "longest time in which no task begins",
                Outage.millis(aftermath.evaluations().longestPause()));
        addAlone("workers that went on", "workers", returns.size());
    }

    private void addController() {
        List<Instant> seen =
                aftermath.arrivals().stream().map(ResultWatch.Arrival::seen).toList();
        Stream<Instant> afterwards = seen.stream().filter(moment -> moment.isAfter(outage.midway()));
        add("until a waiting controller has a result", millisUntilFirst(afterwards));
        add("longest time without a result there", Outage.millis(Evaluations.longestPause(seen)));
        add("a push that begins with the kill", aftermath.pushMillis());
    }

    private void addDelivery() {
        Losses losses = aftermath.losses();
        addAlone("tasks pushed", "tasks", aftermath.pushed().size());
        addAlone("tasks finished", "tasks", aftermath.finished().size());
        addAlone("tasks begun more than once", "tasks", aftermath.evaluations().repeated());
        addAlone(
                "results that no replica had, done again",
                "tasks",
                losses.doneAgain().size());
        addAlone(
                "results that no replica had, never done",
                "tasks",
                losses.neverDone().size());
        addAlone("the oldest of them, before the kill", "ms", Outage.millis(losses.oldest()));
        addAlone("rows of the waiting controller that differ", "rows", aftermath.misplacedArrivals());
    }

    private double millisUntilFirst(Stream<Instant> moments) {
        return moments.findFirst().map(outage::millisUntil).orElse(Double.NaN);
    }

    private void add(String name, double millis) {
        samples.add(Sample.of(Quantity.of(name, "ms", NAMED, Bar.NONE), millis, named));
    }

    private void addAlone(String name, String unit, double value) {
        samples.add(Sample.of(Quantity.of(name, unit, Bar.NONE), value));
    }
}
