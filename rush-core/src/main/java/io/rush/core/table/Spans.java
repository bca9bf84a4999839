package io.rush.core.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The spans of a table's parts, for loops over many rows.
 *
 * @param starts number of each span's first slot, and after the last span the number of slots
 */
@SuppressWarnings("ArrayRecordComponent")
record Spans(List<Span> all, int[] starts) {
    static Spans of(List<TablePart> parts) {
        List<Span> spans = Span.of(parts);
        int[] starts = new int[spans.size() + 1];
        for (int i = 0; i < spans.size(); i++) {
            starts[i + 1] = starts[i] + spans.get(i).length();
        }
        return new Spans(spans, starts);
    }

    /** Visits all slots in order. */
    void forEachRun(Consumer<Run> visitor) {
        for (int i = 0; i < all.size(); i++) {
            visitor.accept(Run.consecutive(all.get(i), starts[i]));
        }
    }

    /** Visits the slots of the given numbers, those of one span together; the n-th number is that of row n. */
    void forEachRun(int[] numbers, Consumer<Run> visitor) {
        int[] ends = endsBySpan(numbers);
        int[] rows = new int[numbers.length];
        int[] slots = new int[numbers.length];
        for (int row = numbers.length - 1; row >= 0; row--) {
            int index = spanOf(numbers[row]);
            int place = --ends[index];
            rows[place] = row;
            slots[place] = all.get(index).firstSlot() + numbers[row] - starts[index];
        }
        for (int i = 0; i < all.size(); i++) {
            int size = ends[i + 1] - ends[i];
            if (size > 0) {
                visitor.accept(Run.listed(all.get(i), rows, slots, ends[i], size));
            }
        }
    }

    /** For each span the number of rows in it and in those before it; after the last span all rows once more. */
    private int[] endsBySpan(int[] numbers) {
        int[] ends = new int[all.size() + 1];
        for (int number : numbers) {
            ends[spanOf(number)]++;
        }
        for (int i = 1; i < all.size(); i++) {
            ends[i] += ends[i - 1];
        }
        ends[all.size()] = numbers.length;
        return ends;
    }

    private int spanOf(int number) {
        int found = Arrays.binarySearch(starts, number);
        return found >= 0 ? found : -found - 2;
    }
}
