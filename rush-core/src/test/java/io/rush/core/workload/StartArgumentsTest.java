package io.rush.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rush.api.Heartbeat;
import io.rush.api.Prefetch;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.SerializationException;
import io.rush.api.log.LogSettings;
import io.rush.core.codec.JsonValues;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartArgumentsTest {
    private static final JsonValues CODEC = new JsonValues();

    @Test
    void aFunctionReturnsAsItWent() {
        WorkerSpec spec = WorkerSpec.ofFunction("com.example.Branin")
                .loopName("process")
                .loopOptions(Map.of("reuse", 5))
                .prefetch(Prefetch.of(16).delay(Duration.ofMillis(50)))
                .constants(Map.of("offset", 1.5, "steps", List.of(1L, 2L)))
                .globals(Map.of("name", "x"))
                .logThresholds(Map.of("com.example", Level.DEBUG))
                .logBuffer(20)
                .supervised(false)
                .heartbeat(Duration.ofSeconds(2), Duration.ofSeconds(7))
                .shutdownGrace(Duration.ofMillis(1_500));

        StartArguments returned = roundTrip(spec);

        assertThat(returned)
                .isEqualTo(new StartArguments(
                        new Workload.NamedFunction("com.example.Branin"),
                        "process",
                        Map.of("reuse", 5L),
                        Prefetch.of(16).delay(Duration.ofMillis(50)),
                        Map.of("offset", 1.5, "steps", List.of(1L, 2L)),
                        Map.of("name", "x"),
                        new LogSettings(Map.of("com.example", Level.DEBUG), 20),
                        false,
                        Optional.of(new Heartbeat(Duration.ofSeconds(2), Duration.ofSeconds(7))),
                        Duration.ofMillis(1_500)));
    }

    @Test
    void aLoopReturnsAsItWent() {
        StartArguments returned = roundTrip(WorkerSpec.ofLoop("com.example.Search"));

        assertThat(returned.workload()).isEqualTo(new Workload.NamedLoop("com.example.Search"));
        assertThat(returned.supervised()).isTrue();
    }

    @Test
    void aLoopOfThisJvmGoesUnderItsClassName() {
        WorkerLoop loop = worker -> {};

        StartArguments returned = roundTrip(WorkerSpec.ofLoop(loop));

        assertThat(returned.workload())
                .isEqualTo(new Workload.NamedLoop(loop.getClass().getName()));
    }

    @Test
    void aConstantOutsideTheValueModelIsNamedByItsPath() {
        WorkerSpec spec = WorkerSpec.ofFunction("f").constants(Map.of("x", Map.of("y", new Object())));

        SerializationException refused = catchThrowableOfType(
                SerializationException.class, () -> StartArguments.of(spec).encode(CODEC));

        assertThat(refused.path()).isEqualTo("constants.x.y");
    }

    @Test
    void whatIsNoStartArgumentIsRefusedByName() {
        byte[] other = "{\"function\":\"f\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StartArguments.decode(other, CODEC))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("loop_name");
    }

    private static StartArguments roundTrip(WorkerSpec spec) {
        return StartArguments.decode(StartArguments.of(spec).encode(CODEC), CODEC);
    }
}
