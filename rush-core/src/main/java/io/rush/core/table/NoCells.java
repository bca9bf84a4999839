package io.rush.core.table;

/** The cells of a column that does not occur in a chunk. */
enum NoCells implements Cells {
    INSTANCE;

    @Override
    public byte tag(int slot) {
        return ABSENT;
    }

    @Override
    public double doubleAt(int slot) {
        throw new IllegalStateException("slot " + slot + " is absent");
    }

    @Override
    public long longAt(int slot) {
        throw new IllegalStateException("slot " + slot + " is absent");
    }

    @Override
    public Object object(int slot) {
        throw new IllegalStateException("slot " + slot + " is absent");
    }
}
