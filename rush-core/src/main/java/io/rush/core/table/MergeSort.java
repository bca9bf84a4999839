package io.rush.core.table;

/** Sorts row numbers by a comparison of rows; stable and unboxed, which no sort of the JDK is at once. */
final class MergeSort {
    private MergeSort() {}

    /** Compares two rows. */
    @FunctionalInterface
    interface RowComparison {
        int compare(int a, int b);
    }

    static void sort(int[] rows, RowComparison comparison) {
        sort(rows, new int[rows.length], 0, rows.length, comparison);
    }

    private static void sort(int[] rows, int[] spare, int from, int to, RowComparison comparison) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, spare, from, middle, comparison);
        sort(rows, spare, middle, to, comparison);
        if (comparison.compare(rows[middle - 1], rows[middle]) > 0) {
            merge(rows, spare, from, middle, to, comparison);
        }
    }

    private static void merge(int[] rows, int[] spare, int from, int middle, int to, RowComparison comparison) {
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        int target = from;
        while (left < middle && right < to) {
            boolean takeLeft = comparison.compare(spare[left], rows[right]) <= 0;
            rows[target++] = takeLeft ? spare[left++] : rows[right++];
        }
        System.arraycopy(spare, left, rows, target, middle - left);
    }
}
