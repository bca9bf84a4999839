package io.rush.core.table;

import io.rush.api.error.SerializationException;
import io.rush.api.task.TaskField;
import io.rush.core.codec.NamedValueSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of a row that is being decoded; they reach the columns only when the whole row is sound. For one thread. */
final class StagedRow implements NamedValueSink {
    private static final int FIRST_CAPACITY = 32;

    private final ColumnSet columns;
    private ColumnBuilder[] targets = new ColumnBuilder[FIRST_CAPACITY];
    private byte[] tags = new byte[FIRST_CAPACITY];
    private long[] bits = new long[FIRST_CAPACITY];
    private @Nullable Object[] objects = new @Nullable Object[FIRST_CAPACITY];
    private int count;
    private int slot;
    private TaskField field = TaskField.XS;
    private long objectWeight;

    StagedRow(ColumnSet columns) {
        this.columns = columns;
    }

    void begin(int nextSlot) {
        slot = nextSlot;
        count = 0;
    }

    void enter(TaskField nextField) {
        field = nextField;
    }

    @Override
    public void onDouble(String name, double value) {
        stage(name, Cells.DOUBLE, Double.doubleToRawLongBits(value), null);
    }

    @Override
    public void onLong(String name, long value) {
        stage(name, Cells.LONG, value, null);
    }

    @Override
    public void onNull(String name) {
        stage(name, Cells.NULL, 0, null);
    }

    @Override
    public void onObject(String name, Object value) {
        stage(name, Cells.OBJECT, 0, value);
    }

    void commit() {
        for (int i = 0; i < count; i++) {
            columns.noteOccurrence(targets[i]);
            commit(targets[i], i);
        }
        Arrays.fill(objects, 0, count, null);
    }

    /** Estimated heap of all committed objects. */
    long objectWeight() {
        return objectWeight;
    }

    private void stage(String name, byte tag, long number, @Nullable Object object) {
        ColumnBuilder target = columns.column(field, name);
        if (!target.stage(slot)) {
            throw new SerializationException(field.fieldName() + "." + name, "the name occurs twice");
        }
        if (count == targets.length) {
            grow();
        }
        targets[count] = target;
        tags[count] = tag;
        bits[count] = number;
        objects[count] = object;
        count++;
    }

    private void commit(ColumnBuilder target, int i) {
        Object object = objects[i];
        if (object != null) {
            target.setObject(slot, object);
            objectWeight += Weights.of(object);
        } else if (tags[i] == Cells.NULL) {
            target.setTag(slot, Cells.NULL);
        } else {
            target.setNumber(slot, tags[i], bits[i]);
        }
    }

    private void grow() {
        targets = Arrays.copyOf(targets, count * 2);
        tags = Arrays.copyOf(tags, count * 2);
        bits = Arrays.copyOf(bits, count * 2);
        objects = Arrays.copyOf(objects, count * 2);
    }
}
