package io.rush.bench.memory;

import io.rush.api.Rush;
import io.rush.api.task.TaskTable;
import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Points;
import io.rush.bench.figure.Sizes;
import io.rush.bench.floor.CannedStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What rush itself does for fetches and tables, without any round trip. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArchiveBenchmark {
    private static final int SLICE = 10_000;

    /** Number of finished tasks with ten numbers. */
    @Param({"1024", "102400"})
    public int tasks = 1;

    /** Fills the memory of the canned store; not measured. */
    @Param("jedis")
    public String store = "";

    private Lab lab;
    private CannedStore canned;
    private Rush rush;
    private TaskTable table;

    /** Lets Redis answer each call once. */
    @Setup(Level.Trial)
    public void fill() {
        lab = Lab.open(store, new Sizes(1, 1));
        canned = CannedStore.byArguments(lab.store());
        rush = lab.connect("archive", canned);
        for (int from = 0; from < tasks; from += SLICE) {
            List<Map<String, Double>> xss = Points.range(from, Math.min(tasks, from + SLICE));
            rush.tasks().pushFinished(xss, xss.stream().map(Points::result).toList());
        }
        rush.archive().fetchFinished();
        firstFetch();
        table = fetchWithoutNews();
        canned.setCanned(true);
    }

    @TearDown(Level.Trial)
    public void close() {
        canned.setCanned(false);
        rush.close();
        canned.close();
        lab.close();
    }

    /** Decodes all tasks into columns. */
    @Benchmark
    public TaskTable firstFetch() {
        rush.archive().resetCache();
        return rush.archive().fetchFinished();
    }

    /** Everything is cached and nothing came. */
    @Benchmark
    public TaskTable fetchWithoutNews() {
        return rush.archive().fetchFinished();
    }

    /** A column as numbers. */
    @Benchmark
    public double[] column() {
        return table.doubles("x9");
    }
}
