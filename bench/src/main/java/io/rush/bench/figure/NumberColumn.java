package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.task.TaskTable;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.Arrays;
import java.util.List;

/** A column of the large archive as {@code double[]}; the floor is the copy of such an array. */
final class NumberColumn implements Figure {
    private static final int READINGS = 20;
    private static final double MICROS_A_MILLI = 1e3;
    private static final String COPY = "a copy of the array";
    private static final Quantity TIME = Quantity.of("column of the large archive", "ms", COPY, Bar.NONE);
    private static final Quantity MEMORY = Quantity.of("allocation", "bytes/task", COPY, Bar.atMost(8.8));

    private final FinishedNetwork network;
    private final Rush rush;

    NumberColumn(Lab lab) {
        this.network = lab.archive(lab.sizes().large());
        this.rush = lab.connect(network.id());
        network.check(rush.archive().fetchFinished());
    }

    @Override
    public List<Sample> round() {
        TaskTable table = rush.archive().fetchFinished();
        double[] column = table.doubles("x9");
        Copy copy = new Copy(column);
        double bytes = Allocation.bytes(() -> copy.keep(table.doubles("x9")));
        DeliveryException.require(copy.isTrue(), "the column changed from one reading to the next");
        double floorBytes = Allocation.bytes(() -> copy.keep(column.clone()));
        Timer ours = new Timer();
        Timer floor = new Timer();
        for (int i = 0; i < READINGS; i++) {
            floor.time(() -> copy.keep(column.clone()));
            ours.time(() -> copy.keep(table.doubles("x9")));
        }
        return List.of(
                Sample.of(TIME, ours.median() / MICROS_A_MILLI, floor.median() / MICROS_A_MILLI),
                Sample.of(MEMORY, bytes / column.length, floorBytes / column.length));
    }

    @Override
    public void close() {
        rush.close();
    }

    /** Keeps what was read, so that no compiler can leave out the reading. */
    private static final class Copy {
        private final double[] original;
        private double[] last = {};

        Copy(double[] original) {
            this.original = original;
        }

        void keep(double[] read) {
            last = read;
        }

        boolean isTrue() {
            return Arrays.equals(original, last);
        }
    }
}
