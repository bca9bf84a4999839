package io.rush.bench.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskCounts;
import io.rush.bench.failover.Losses.Loss;
import io.rush.bench.failover.ResultWatch.Arrival;
import io.rush.bench.report.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The primary dies at 10,000 ms, a new one is named at 11,000 ms; worker "a" does tasks 1, 2, …, worker "b" the rest. */
class AftermathTest {
    private static final Outage OUTAGE = new Outage(at(10_000), at(11_000), at(11_100));

    private static final Duration LAG = Duration.ofSeconds(1);

    private final List<Evaluation> evaluations = new ArrayList<>(List.of(
            began("a", 1, 8_000),
            began("a", 2, 9_990),
            began("a", 3, 9_995),
            began("b", 4, 9_992),
            began("a", 5, 11_300),
            began("b", 6, 11_200)));
    private final List<String> finished = new ArrayList<>(List.of("1", "2", "4", "3", "6", "5"));
    private final List<String> running = new ArrayList<>(List.of("a", "b"));
    private final List<String> further = new ArrayList<>();
    private int failed;
    private boolean failedOverAgain;

    @Test
    void workThatGoesOnHasNoComplaint() {
        assertThat(complaints()).isEmpty();
        assertThat(aftermath().losses()).isEqualTo(new Losses(List.of(), List.of()));
    }

    @Test
    void timesAreCountedFromTheKill() {
        assertThat(value("from the kill until a sentinel names a new primary")).isEqualTo(1_000);
        assertThat(value("until all sentinels do")).isEqualTo(1_100);
        assertThat(value("until the first worker begins a task")).isEqualTo(1_200);
        assertThat(value("until the last worker does")).isEqualTo(1_300);
        assertThat(value("longest time in which no task begins")).isEqualTo(1_990);
        assertThat(value("workers that went on")).isEqualTo(2);
        assertThat(value("tasks begun more than once")).isZero();
    }

    @Test
    void aResultOfTheLastMomentMayBeDoneAgain() {
        evaluations.add(began("b", 2, 11_400));

        assertThat(aftermath().losses()).isEqualTo(new Losses(List.of(new Loss("2", Duration.ofMillis(5))), List.of()));
        assertThat(value("tasks begun more than once")).isEqualTo(1);
        assertThat(value("the oldest of them, before the kill")).isEqualTo(5);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aResultOfTheLastMomentMayBeMissing() {
        finished.remove("2");

        assertThat(aftermath().losses()).isEqualTo(new Losses(List.of(), List.of(new Loss("2", Duration.ofMillis(5)))));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aTaskThatWasAtWorkWhenThePrimaryDiedMayNotBeMissing() {
        finished.remove("3");

        assertThat(complaints()).singleElement().asString().contains("never done: [3]");
    }

    @Test
    void aTaskThatNobodyBeganMayNotBeMissing() {
        evaluations.removeIf(evaluation -> evaluation.key().equals("6"));
        evaluations.add(began("b", 5, 11_500));
        finished.remove("6");

        assertThat(complaints()).singleElement().asString().contains("never done: [6]");
    }

    @Test
    void aResultThatReplicasHadTimeToCopyMayNotBeLost() {
        evaluations.add(0, began("a", 7, 7_000));
        further.add("7");
        finished.add("7");
        evaluations.add(began("b", 7, 11_400));

        assertThat(complaints()).singleElement().asString().contains("task 7", "2000 ms before the primary died");
    }

    @Test
    void aResultThatTheControllerSawInTimeMayNotBeLost() {
        List<Arrival> arrivals = List.of(new Arrival("8", at(8_500)));

        assertThat(Verdict.complaints(aftermath(arrivals), LAG))
                .singleElement()
                .asString()
                .contains("task 8");
    }

    @Test
    void aWorkerMayNeitherStandStillNorEnd() {
        evaluations.removeIf(evaluation -> evaluation.key().equals("6"));
        evaluations.add(began("a", 6, 11_400));
        running.remove("a");

        assertThat(complaints())
                .containsExactly("worker a does not run any more", "worker b began no task after the failover");
    }

    @Test
    void aTaskMayNeitherFailNorBeFinishedTwiceNorBeStrange() {
        failed = 1;
        finished.add("5");
        finished.add("9");

        assertThat(complaints())
                .hasSize(3)
                .anyMatch(complaint -> complaint.contains("1 tasks failed"))
                .anyMatch(complaint -> complaint.contains("finished twice"))
                .anyMatch(complaint -> complaint.contains("task 9 was not pushed"));
    }

    @Test
    void aSecondFailoverOfTheSentinelsIsTold() {
        finished.remove("3");
        failedOverAgain = true;
        FailoverSettings settings = new FailoverSettings("jedis", 2, 6, 1, Duration.ofMillis(500), Duration.ZERO);

        FailoverOutcome outcome = FailoverOutcome.of(aftermath(), settings);

        assertThat(outcome.complaints()).isEmpty();
        assertThat(value("failovers")).isEqualTo(2);
    }

    @Test
    void rowsOfTheControllerAreComparedPlaceByPlace() {
        List<Arrival> arrivals =
                Stream.of("1", "4", "2").map(key -> new Arrival(key, at(9_999))).toList();

        assertThat(aftermath(arrivals).misplacedArrivals()).isEqualTo(2 + 3);
    }

    private double value(String quantity) {
        return FailoverSamples.of(aftermath()).stream()
                .filter(sample -> sample.quantity().name().equals(quantity))
                .mapToDouble(Sample::ours)
                .findFirst()
                .orElseThrow();
    }

    private List<String> complaints() {
        return Verdict.complaints(aftermath(), LAG);
    }

    private Aftermath aftermath() {
        return aftermath(
                finished.stream().map(key -> new Arrival(key, at(11_500))).toList());
    }

    private Aftermath aftermath(List<Arrival> arrivals) {
        Map<String, Double> pushed = Stream.concat(
                        IntStream.rangeClosed(1, 6).mapToObj(Integer::toString), further.stream())
                .collect(Collectors.toMap(key -> key, key -> 0.5));
        return new Aftermath(
                pushed,
                OUTAGE,
                1_150,
                new Evaluations(evaluations),
                arrivals,
                finished,
                Collections.nCopies(finished.size(), 0.5),
                new TaskCounts(0, 0, 0, 0, finished.size(), failed),
                List.of("a", "b"),
                Set.copyOf(running),
                failedOverAgain);
    }

    private static Evaluation began(String worker, int key, int millis) {
        return new Evaluation(worker, Integer.toString(key), at(millis));
    }

    private static Instant at(int millis) {
        return Instant.ofEpochMilli(millis);
    }
}
