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
        boolean comesLast = sorted.length == 0 || sorted[sorted.length - 1] < position;
        return comesLast ? new DroppedPositions(more) : of(more);
    }

    /** These positions and others. */
    public DroppedPositions withAll(DroppedPositions others) {
        DroppedPositions all = this;
        for (int position : others.sorted) {
            all = all.with(position);
        }
        return all;
    }

    /** Number of dropped positions in a range. */
    int countIn(int from, int to) {
        return indexOf(to) - indexOf(from);
    }

    /** The position that comes so many positions after another, those that were dropped not counted. */
    int advance(int from, int number) {
        int first = indexOf(from);
        int low = first;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] - (middle - first) <= from + number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return from + number + low - first;
    }

    /** The first dropped position in a range, or its end. */
    int firstIn(int from, int to) {
        int index = indexOf(from);
        return index < sorted.length ? Math.min(sorted[index], to) : to;
    }

    /** Index of the first dropped position that is not less. */
    private int indexOf(int position) {
        int found = Arrays.binarySearch(sorted, position);
        return found >= 0 ? found : -found - 1;
    }
}
