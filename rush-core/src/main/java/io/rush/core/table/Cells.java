package io.rush.core.table;

/** The cells of one column in one chunk. Immutable as far as its rows go. */
interface Cells {
    byte ABSENT = 0;
    byte DOUBLE = 1;
    byte LONG = 2;
    byte OBJECT = 3;
    byte NULL = 4;

    /** What the cell of a slot holds. */
    byte tag(int slot);

    /** The double of a slot that holds one. */
    double doubleAt(int slot);

    /** The long of a slot that holds one. */
    long longAt(int slot);

    /** The object of a slot that holds one; not yet safe to hand to a caller, see {@link CellValues}. */
    Object object(int slot);

    /** Copies consecutive slots if all of them hold doubles; returns whether they do. */
    default boolean copyDoubles(int slot, double[] target, int at, int number) {
        return false;
    }

    /** Copies consecutive slots if all of them hold longs; returns whether they do. */
    default boolean copyLongs(int slot, long[] target, int at, int number) {
        return false;
    }
}
