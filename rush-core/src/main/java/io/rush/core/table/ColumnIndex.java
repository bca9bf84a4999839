package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The columns of an archive in order of first appearance, each with the position where that is. Tables that begin at
 * position 0 find their columns here and need not look at chunks. Immutable and thread-safe.
 */
public final class ColumnIndex {
    /** Of an archive without tasks. */
    public static final ColumnIndex EMPTY = new ColumnIndex(List.of(), new int[0]);

    private final List<ColumnId> ids;
    private final Set<ColumnId> known;
    private final int[] firstPositions;
    private final Map<Set<TaskField>, Schema> schemas = new ConcurrentHashMap<>();

    private ColumnIndex(List<ColumnId> ids, int[] firstPositions) {
        this.ids = ids;
        this.known = Set.copyOf(ids);
        this.firstPositions = firstPositions;
    }

    /** With the columns of one more chunk, or of a known one that has grown; the same object if there is no new one. */
    public ColumnIndex with(int chunkIndex, Chunk chunk) {
        List<StoredCells> added = new ArrayList<>();
        for (StoredCells cells : chunk.columns()) {
            if (!known.contains(cells.id())) {
                added.add(cells);
            }
        }
        return added.isEmpty() ? this : with(added, chunkIndex * Chunk.CAPACITY, chunk.size());
    }

    private ColumnIndex with(List<StoredCells> added, int chunkPosition, int chunkSize) {
        List<ColumnId> more = new ArrayList<>(ids);
        int[] positions = Arrays.copyOf(firstPositions, ids.size() + added.size());
        for (StoredCells cells : added) {
            positions[more.size()] = chunkPosition + cells.firstPresent(0, chunkSize);
            more.add(cells.id());
        }
        return new ColumnIndex(List.copyOf(more), positions);
    }

    /** The columns of a table of the positions before another. */
    Schema schema(int end, Set<TaskField> shown) {
        int number = numberBefore(end);
        return number == ids.size()
                ? schemas.computeIfAbsent(shown, fields -> Schema.of(shownOf(number, fields)))
                : Schema.of(shownOf(number, shown));
    }

    private int numberBefore(int end) {
        int number = ids.size();
        while (number > 0 && firstPositions[number - 1] >= end) {
            number--;
        }
        return number;
    }

    private List<ColumnId> shownOf(int number, Set<TaskField> shown) {
        return ids.subList(0, number).stream()
                .filter(id -> shown.contains(id.field()))
                .toList();
    }
}
