package io.rush.api.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a transition of several tasks. Immutable.
 *
 * @param applied keys of the tasks that made the transition, in the order given
 * @param refused keys of the others with the reason, in the order given
 */
public record TransitionReport(List<String> applied, Map<String, Refusal> refused) {
    public TransitionReport {
        applied = List.copyOf(applied);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** Whether every task made the transition. */
    public boolean isComplete() {
        return refused.isEmpty();
    }
}
