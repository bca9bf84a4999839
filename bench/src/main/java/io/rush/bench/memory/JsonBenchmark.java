package io.rush.bench.memory;

import io.rush.core.codec.JsonValues;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The values of one task with ten numbers, as JSON and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
    private final JsonValues values = new JsonValues();
    private final Map<String, Double> numbers = Map.of("x", 1.0);
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
