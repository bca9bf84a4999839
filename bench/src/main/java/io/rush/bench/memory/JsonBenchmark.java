package io.rush.bench.memory;

import io.rush.bench.figure.Points;
import io.rush.core.codec.JsonValues;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The ten numbers of a task as JSON and back. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
    private final JsonValues values = new JsonValues();
    private final Map<String, Double> numbers = Points.at(0);
    private final byte[] json = values.encode(numbers);

    @Benchmark
    public byte[] encode() {
        return values.encode(numbers);
    }

    @Benchmark
    public Map<String, Object> decode() {
        return values.decode(json);
    }
}
