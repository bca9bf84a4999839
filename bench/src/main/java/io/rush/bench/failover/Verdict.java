package io.rush.bench.failover;

import io.rush.bench.failover.Losses.Loss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must not happen in a failover, held against what did. For one thread. */
final class Verdict {
    private final Aftermath aftermath;
    private final Duration allowedLag;
    private final Losses losses;
    private final Set<String> finished;
    private final List<String> complaints = new ArrayList<>();

    private Verdict(Aftermath aftermath, Duration allowedLag) {
        this.aftermath = aftermath;
        this.allowedLag = allowedLag;
        this.losses = aftermath.losses();
        this.finished = new HashSet<>(aftermath.finished());
    }

    /**
     * What is wrong, a sentence each; nothing if all is well.
     *
     * @param allowedLag how long before the death of the primary it may have taken what is lost
     */
    static List<String> complaints(Aftermath aftermath, Duration allowedLag) {
        Verdict verdict = new Verdict(aftermath, allowedLag);
        verdict.judgeWorkers();
        verdict.judgeResults();
        verdict.judgeLosses();
        verdict.judgeController();
        return List.copyOf(verdict.complaints);
    }

    private void judgeWorkers() {
        Set<String> wentOn =
                aftermath.evaluations().firstAfter(aftermath.outage().midway()).keySet();
        for (String worker : aftermath.workers()) {
            complainUnless(wentOn.contains(worker), "worker " + worker + " began no task after the failover");
            complainUnless(aftermath.running().contains(worker), "worker " + worker + " does not run any more");
        }
    }

    private void judgeResults() {
        complainUnless(aftermath.counts().failed() == 0, aftermath.counts().failed() + " tasks failed");
        complainUnless(finished.size() == aftermath.finished().size(), "a task is finished twice");
        for (int i = 0; i < aftermath.finished().size(); i++) {
            String key = aftermath.finished().get(i);
            Double result = aftermath.results().get(i);
            complainUnless(
                    result.equals(aftermath.pushed().get(key)),
                    "task " + key + " was not pushed, or " + result + " is not its result");
        }
    }

    private void judgeLosses() {
        Stream.of(losses.doneAgain(), losses.neverDone())
                .flatMap(List::stream)
                .forEach(loss -> complainUnless(
                        !loss.isOlderThan(allowedLag),
                        "the result of task " + loss.key() + " was lost though it had been taken "
                                + loss.age().toMillis() + " ms before the primary died"));
        Set<String> missing = new HashSet<>(aftermath.pushed().keySet());
        missing.removeAll(finished);
        losses.neverDone().stream().map(Loss::key).forEach(missing::remove);
        complainUnless(missing.isEmpty(), "tasks were never done: " + missing);
    }

    private void judgeController() {
        Instant limit = aftermath.outage().killed().minus(allowedLag);
        aftermath.arrivals().stream()
                .filter(arrival -> arrival.seen().isBefore(limit))
                .forEach(arrival -> complainUnless(
                        finished.contains(arrival.key()),
                        "task " + arrival.key() + " was finished in time for the controller, and is not any more"));
    }

    private void complainUnless(boolean good, String complaint) {
        if (!good) {
            complaints.add(complaint);
        }
    }
}
