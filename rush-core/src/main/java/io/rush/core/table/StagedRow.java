package io.rush.core.table;

import io.rush.api.error.SerializationException;
import io.rush.api.task.TaskField;
import io.rush.core.codec.MemberSink;
import io.rush.core.codec.NamedValueSink;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of a row that is being decoded; they reach the columns only when the whole row is sound. For one thread. */
final class StagedRow implements NamedValueSink, MemberSink<ColumnBuilder> {
    private static final int FIRST_CAPACITY = 32;

    private final ColumnSet columns;
    private ColumnBuilder[] targets = new ColumnBuilder[FIRST_CAPACITY];
    private byte[] tags = new byte[FIRST_CAPACITY];
    private double[] doubles = new double[FIRST_CAPACITY];
    private long[] longs = new long[FIRST_CAPACITY];
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

    /** Number of cells that are staged. */
    int mark() {
        return count;
    }

    /** Forgets the cells that were staged since a mark. */
    void rollBack(int mark) {
        while (count > mark) {
            targets[--count].unstage();
        }
    }

    @Override
    public ColumnBuilder column(String name) {
        return columns.column(field, name);
    }

    @Override
    public void onDouble(String name, double value) {
        putDouble(column(name), value);
    }

    @Override
    public void onLong(String name, long value) {
        putLong(column(name), value);
    }

    @Override
    public void onNull(String name) {
        putNull(column(name));
    }

    @Override
    public void onObject(String name, Object value) {
        putObject(column(name), value);
    }

    @Override
    public void putDouble(ColumnBuilder column, double value) {
        int cell = stage(column, Cells.DOUBLE);
        doubles[cell] = value;
    }

    @Override
    public void putLong(ColumnBuilder column, long value) {
        int cell = stage(column, Cells.LONG);
        longs[cell] = value;
    }

    @Override
    public void putNull(ColumnBuilder column) {
        stage(column, Cells.NULL);
    }

    @Override
    public void putObject(ColumnBuilder column, Object value) {
        int cell = stage(column, Cells.OBJECT);
        objects[cell] = value;
    }

    void commit() {
        for (int i = 0; i < count; i++) {
            columns.noteOccurrence(targets[i]);
            commit(targets[i], i);
        }
    }

    /** Estimated heap of all committed objects. */
    long objectWeight() {
        return objectWeight;
    }

    /** Returns the index of the staged cell; the arrays may be others afterwards. */
    private int stage(ColumnBuilder target, byte tag) {
        if (!target.stage(slot)) {
            throw new SerializationException(field.fieldName() + "." + target.name(), "the name occurs twice");
        }
        if (count == targets.length) {
            grow();
        }
        targets[count] = target;
        tags[count] = tag;
        return count++;
    }

    private void commit(ColumnBuilder target, int i) {
        switch (tags[i]) {
            case Cells.DOUBLE -> target.setDouble(slot, doubles[i]);
            case Cells.LONG -> target.setLong(slot, longs[i]);
            case Cells.OBJECT -> commitObject(target, i);
            default -> target.setTag(slot, tags[i]);
        }
    }

    private void commitObject(ColumnBuilder target, int i) {
        Object object = Objects.requireNonNull(objects[i]);
        target.setObject(slot, object);
        objectWeight += target.weightOf(object);
        objects[i] = null;
    }

    private void grow() {
        targets = Arrays.copyOf(targets, count * 2);
        tags = Arrays.copyOf(tags, count * 2);
        doubles = Arrays.copyOf(doubles, count * 2);
        longs = Arrays.copyOf(longs, count * 2);
        objects = Arrays.copyOf(objects, count * 2);
    }
}
