package io.rush.bench.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results that the old primary had taken and the new one does not know, as no replica had heard of them in time.
 *
 * @param doneAgain those whose task was done once more
 * @param neverDone those whose task is not finished in the end: to the new primary it still runs, for a worker that knows
 *     nothing of it any more
 */
record Losses(List<Loss> doneAgain, List<Loss> neverDone) {
    /**
     * One of them.
     *
     * @param key of the task
     * @param age how long before the death of the primary it had been taken
     */
    record Loss(String key, Duration age) {
        boolean isOlderThan(Duration limit) {
            return age.compareTo(limit) > 0;
        }
    }

    /** Compares what the workers saw with what is finished in the end. */
    static Losses of(Evaluations evaluations, Outage outage, Set<String> finished) {
        Losses losses = new Losses(new ArrayList<>(), new ArrayList<>());
        evaluations.handedInBefore(outage.midway()).forEach((key, moment) -> {
            Loss loss = new Loss(key, age(moment, outage.killed()));
            if (!finished.contains(key)) {
                losses.neverDone.add(loss);
            } else if (evaluations.hasBegunAfter(key, moment)) {
                losses.doneAgain.add(loss);
            }
        });
        return losses;
    }

    /** How long before the death of the primary the first of them had been taken; zero if there are none. */
    Duration oldest() {
        return Stream.of(doneAgain, neverDone)
                .flatMap(List::stream)
                .map(Loss::age)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** A reply that was on its way when the primary died counts as of that moment. */
    private static Duration age(Instant moment, Instant killed) {
        Duration age = Duration.between(moment, killed);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
