package io.rush.it.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What became of calls, by name: tests look at it one by one. */
final class Outcomes {
    private final Map<String, Object> outcomes = new ConcurrentHashMap<>();

    /** Waits for the end of a call; one that does not end has that as its outcome. */
    void record(String name, Background<?> call) {
        try {
            outcomes.put(name, call.outcome());
        } catch (AssertionError hanging) {
            outcomes.put(name, hanging);
        }
    }

    Object of(String name) {
        Object outcome = Optional.ofNullable(outcomes.get(name)).orElseThrow();
        if (outcome instanceof AssertionError hanging) {
            throw new AssertionError(name, hanging);
        }
        return outcome;
    }
}
