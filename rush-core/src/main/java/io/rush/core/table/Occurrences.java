package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the stored columns of a table in order of first appearance. */
final class Occurrences {
    private Occurrences() {}

    static Collection<ColumnId> in(List<Span> spans, Set<TaskField> shown) {
        Set<ColumnId> found = new LinkedHashSet<>();
        for (Span span : spans) {
            span.chunk().columns().stream()
                    .filter(cells -> shown.contains(cells.id().field()) && !found.contains(cells.id()))
                    .map(cells -> new Occurrence(cells.id(), cells.firstPresent(span.firstSlot(), span.endSlot())))
                    .filter(occurrence -> occurrence.slot() < span.endSlot())
                    .sorted(Comparator.comparingInt(Occurrence::slot))
                    .forEach(occurrence -> found.add(occurrence.id()));
        }
        return found;
    }

    private record Occurrence(ColumnId id, int slot) {}
}
