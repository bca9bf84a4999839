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

    /** The double's bits or the long of a slot that holds one. */
    long bits(int slot);

    /** The object of a slot that holds one; not yet safe to hand to a caller, see {@link CellValues}. */
    Object object(int slot);
}
