package io.rush.bench.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All evaluations of a round: work as the workers saw it. Immutable. */
final class Evaluations {
    private final List<Evaluation> inOrder;
    private final Map<String, List<Evaluation>> byWorker;
    private final Map<String, List<Evaluation>> byKey;

    Evaluations(Collection<Evaluation> evaluations) {
        this.inOrder = evaluations.stream()
                .sorted(Comparator.comparing(Evaluation::began))
                .toList();
        this.byWorker = inOrder.stream().collect(Collectors.groupingBy(Evaluation::worker));
        this.byKey = inOrder.stream().collect(Collectors.groupingBy(Evaluation::key));
    }

    /** When each worker first began a task after a moment; workers that did not are missing. */
    Map<String, Instant> firstAfter(Instant moment) {
        Map<String, Instant> first = new TreeMap<>();
        inOrder.stream()
                .filter(evaluation -> evaluation.began().isAfter(moment))
                .forEach(evaluation -> first.putIfAbsent(evaluation.worker(), evaluation.began()));
        return first;
    }

    /** The longest time in which nobody began a task. */
    Duration longestPause() {
        return longestPause(inOrder.stream().map(Evaluation::began).toList());
    }

    /** The longest time between neighbours of a list in order. */
    static Duration longestPause(List<Instant> moments) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < moments.size(); i++) {
            Duration pause = Duration.between(moments.get(i - 1), moments.get(i));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    /** How many tasks were begun more than once. */
    int repeated() {
        return byKey.values().stream()
                .mapToInt(times -> times.size() > 1 ? 1 : 0)
                .sum();
    }

    /** Whether anybody began a task after a moment. */
    boolean hasBegunAfter(String key, Instant moment) {
        return byKey.getOrDefault(key, List.of()).stream()
                .anyMatch(evaluation -> evaluation.began().isAfter(moment));
    }

    /**
     * The tasks whose result Redis had taken before a moment, and when that was known: the worker went on to its next
     * task.
     */
    Map<String, Instant> handedInBefore(Instant moment) {
        Map<String, Instant> handedIn = new HashMap<>();
        for (List<Evaluation> own : byWorker.values()) {
            for (int i = 1; i < own.size() && own.get(i).began().isBefore(moment); i++) {
                handedIn.put(own.get(i - 1).key(), own.get(i).began());
            }
        }
        return handedIn;
    }
}
