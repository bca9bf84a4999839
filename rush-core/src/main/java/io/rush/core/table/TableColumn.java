package io.rush.core.table;

import io.rush.api.error.SerializationException;
import io.rush.api.task.Column;
import io.rush.core.codec.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** One column of a table, read from the chunks whenever it is asked. */
record TableColumn(String name, CellSource source, Rows rows) implements Column {
    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Optional<Object> get(int row) {
        return rows.place(row).value(source);
    }

    @Override
    public double[] toDoubles() {
        double[] numbers = new double[size()];
        rows.forEachRun(run -> {
            Cells cells = run.cells(source);
            if (!run.copyDoubles(cells, numbers)) {
                for (int i = 0; i < run.size(); i++) {
                    numbers[run.row(i)] = toDouble(cells, run, i);
                }
            }
        });
        return numbers;
    }

    @Override
    public long[] toLongs() {
        long[] numbers = new long[size()];
        rows.forEachRun(run -> {
            Cells cells = run.cells(source);
            if (!run.copyLongs(cells, numbers)) {
                for (int i = 0; i < run.size(); i++) {
                    int slot = run.slot(i);
                    numbers[run.row(i)] = cells.tag(slot) == Cells.LONG ? cells.longAt(slot) : toLong(cells, run, i);
                }
            }
        });
        return numbers;
    }

    private double toDouble(Cells cells, Run run, int i) {
        int slot = run.slot(i);
        return switch (cells.tag(slot)) {
            case Cells.DOUBLE -> cells.doubleAt(slot);
            case Cells.LONG -> cells.longAt(slot);
            case Cells.OBJECT -> bigNumber(cells, run, i);
            default -> Double.NaN;
        };
    }

    private double bigNumber(Cells cells, Run run, int i) {
        Object value = cells.object(run.slot(i));
        if (value instanceof BigInteger || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        throw refusal(run, i, "holds " + ValueText.of(value) + ", not a number");
    }

    private long toLong(Cells cells, Run run, int i) {
        Optional<Object> value = CellValues.at(cells, run.slot(i));
        if (value.isPresent() && value.get() instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        throw refusal(
                run,
                i,
                value.map(found -> "holds " + ValueText.of(found) + ", not an integer")
                        .orElse("has no value"));
    }

    private SerializationException refusal(Run run, int i, String problem) {
        return new SerializationException(name + "[" + run.row(i) + "]", "task '" + run.key(i) + "' " + problem);
    }
}
