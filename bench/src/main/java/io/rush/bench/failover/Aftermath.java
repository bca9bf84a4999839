package io.rush.bench.failover;

import io.rush.api.task.TaskCounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a round left behind.
 *
 * @param pushed each pushed task with the result that it must come to
 * @param outage the time without a primary
 * @param pushMillis how long a push took that began with the kill
 * @param evaluations work as the workers saw it
 * @param arrivals results as a waiting controller saw them, in order
 * @param finished finished tasks as a new handle sees them, in order
 * @param results what these came to, in the same order
 * @param counts number of tasks by state
 * @param workers the workers that were started
 * @param running those of them that run in the end
 * @param failedOverAgain whether the sentinels replaced the new primary, too, though it lived
 */
record Aftermath(
        Map<String, Double> pushed,
        Outage outage,
        double pushMillis,
        Evaluations evaluations,
        List<ResultWatch.Arrival> arrivals,
        List<String> finished,
        List<Double> results,
        TaskCounts counts,
        List<String> workers,
        Set<String> running,
        boolean failedOverAgain) {
    /** What was lost on the way from the old primary to the new one. */
    Losses losses() {
        return Losses.of(evaluations, outage, new HashSet<>(finished));
    }

    /** How many rows of the controller are other ones, or elsewhere, in Redis. */
    int misplacedArrivals() {
        int misplaced = Math.abs(arrivals.size() - finished.size());
        for (int i = 0; i < Math.min(arrivals.size(), finished.size()); i++) {
            misplaced += arrivals.get(i).key().equals(finished.get(i)) ? 0 : 1;
        }
        return misplaced;
    }
}
