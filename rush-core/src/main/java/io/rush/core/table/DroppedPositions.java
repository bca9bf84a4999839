package io.rush.core.table;

import java.util.Arrays;

/** The positions of an archive whose tasks could not be decoded; few, if any. Immutable and thread-safe. */
public final class DroppedPositions {
    /** No position. */
    public static final DroppedPositions NONE = new DroppedPositions(new int[0]);

    private final int[] sorted;

    private DroppedPositions(int[] sorted) {
        this.sorted = sorted;
    }

    /** The given positions, in any order. */
    public static DroppedPositions of(int... positions) {
        return new DroppedPositions(Arrays.stream(positions).sorted().distinct().toArray());
    }

    /** These positions and one more. */
    public DroppedPositions with(int position) {
        int[] more = Arrays.copyOf(sorted, sorted.length + 1);
        more[sorted.length] = position;
        return of(more);
    }

    /** The first dropped position in a range, or its end. */
    int firstIn(int from, int to) {
        int found = Arrays.binarySearch(sorted, from);
        int index = found >= 0 ? found : -found - 1;
        return index < sorted.length ? Math.min(sorted[index], to) : to;
    }
}
