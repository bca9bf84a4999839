package io.rush.bench.memory;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Points;
import io.rush.bench.figure.Sizes;
import io.rush.bench.floor.CannedStore;
import java.time.Duration;
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

/** What rush itself adds to the push of a task and to an exchange of a result for a task, without any round trip. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TaskBenchmark {
    private static final String NETWORK = "tasks";
    private static final Map<String, Double> XS = Points.at(0);
    private static final Map<String, Double> YS = Points.result(XS);

    /** Fills the memory of the canned store; not measured. */
    @Param("jedis")
    public String store = "";

    private Lab lab;
    private CannedStore canned;
    private Rush rush;
    private RushWorker worker;
    private Task task;

    /** Lets Redis answer each call once. */
    @Setup(Level.Trial)
    public void fill() {
        lab = Lab.open(store, new Sizes(1, 1));
        canned = CannedStore.byScript(lab.store());
        rush = lab.connect(NETWORK, canned);
        worker = lab.register(NETWORK, canned);
        rush.tasks().push(List.of(XS, XS, XS));
        rush.tasks().push(XS);
        task = worker.pop(Duration.ZERO).orElseThrow();
        exchange();
        exchange();
        canned.setCanned(true);
    }

    @TearDown(Level.Trial)
    public void close() {
        canned.setCanned(false);
        worker.close();
        rush.close();
        canned.close();
        lab.close();
    }

    @Benchmark
    public String push() {
        return rush.tasks().push(XS);
    }

    @Benchmark
    public Task exchange() {
        List<TaskResult> results = List.of(TaskResult.finished(task.key(), YS));
        task = worker.exchange(results, 1, Duration.ZERO).tasks().get(0);
        return task;
    }
}
