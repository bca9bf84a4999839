package io.rush.core.table;

import java.util.function.IntFunction;

/** Cells that hold an object in every slot. */
record ComputedCells(IntFunction<Object> objects) implements Cells {
    @Override
    public byte tag(int slot) {
        return OBJECT;
    }

    @Override
    public double doubleAt(int slot) {
        throw new IllegalStateException("slot " + slot + " holds no number");
    }

    @Override
    public long longAt(int slot) {
        throw new IllegalStateException("slot " + slot + " holds no number");
    }

    @Override
    public Object object(int slot) {
        return objects.apply(slot);
    }
}
