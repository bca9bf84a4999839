package io.rush.core.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.ChildContext;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.log.LogEntry;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import io.rush.core.codec.JsonValues;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class HandedOverTest {
    private static final Logger LOGGER = Logger.getLogger("handed.over");

    /** Tells what it was given. */
    public static final class Telling implements TaskFunction {
        @Override
        public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
            return Map.of(
                    "key", context.taskKey(),
                    "worker", context.workerId(),
                    "factor", context.constants().get("factor"),
                    "name", context.globals().get("name"),
                    "draw", context.random().nextDouble());
        }
    }

    @Test
    void theFunctionKnowsWhatItWouldKnowInItsWorker() throws Exception {
        ChildContext context = context(Map.of());
        Seed seed = Seed.of(42);
        Task task = new Task("k1", Map.of(), Map.of(), Optional.of(seed), Optional.empty(), OptionalInt.empty(), 0);

        Map<String, ?> ys = context.function().evaluate(Map.of(), context.contextOf(task));

        assertThat(ys)
                .isEqualTo(Map.of(
                        "key", "k1",
                        "worker", "w1",
                        "factor", 3L,
                        "name", "x",
                        "draw", seed.generator().nextDouble()));
    }

    @Test
    void theFunctionIsTheSameAtEachCall() {
        ChildContext context = context(Map.of());

        assertThat(context.functionName()).isEqualTo(Telling.class.getName());
        assertThat(context.function()).isSameAs(context.function()).isInstanceOf(Telling.class);
    }

    @Test
    void aFunctionThatIsMissingIsTold() {
        ChildContext context = context(Map.of("function", "com.example.Missing"));

        assertThatThrownBy(context::function)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("com.example.Missing");
    }

    @Test
    void bytesThatAreNoHandoverAreRefused() {
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> HandedOver.of(other, HandedOverTest.class.getClassLoader()))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void whatIsLoggedIsHandedOverAsFarAsTheThresholdsAsk() throws Exception {
        List<LogEntry> entries = new CopyOnWriteArrayList<>();
        Exception thrown = new IllegalStateException("broken");

        try (AutoCloseable capture =
                context(Map.of("log_thresholds", Map.of("handed", "INFO"))).captureLog(entries::add)) {
            assertThat(capture).isNotNull();
            LOGGER.log(java.util.logging.Level.INFO, "x is {0}", 5);
            LOGGER.log(java.util.logging.Level.SEVERE, "it failed", thrown);
            LOGGER.fine("too low");
        }
        LOGGER.info("too late");

        assertThat(entries).extracting(LogEntry::message).containsExactly("x is 5", "it failed");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.workerId()).isEqualTo("w1");
            assertThat(entry.logger()).isEqualTo("handed.over");
            assertThat(entry.thread()).isEqualTo(Thread.currentThread().getName());
        });
        assertThat(entries).extracting(LogEntry::level).containsExactly(Level.INFO, Level.ERROR);
        assertThat(entries.get(1).throwable().orElseThrow()).contains("IllegalStateException: broken");
    }

    @Test
    void withoutThresholdsNothingIsCaptured() throws Exception {
        List<LogEntry> entries = new CopyOnWriteArrayList<>();

        try (AutoCloseable capture = context(Map.of()).captureLog(entries::add)) {
            assertThat(capture).isNotNull();
            LOGGER.severe("to nobody");
        }

        assertThat(entries).isEmpty();
    }

    private static ChildContext context(Map<String, Object> differences) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "network",
                "net",
                "worker",
                "w1",
                "function",
                Telling.class.getName(),
                "constants",
                Map.of("factor", 3L),
                "globals",
                Map.of("name", "x"),
                "log_thresholds",
                Map.of(),
                "log_buffer",
                0L,
                "large_object_limit_bytes",
                1_000L));
        values.putAll(differences);
        return HandedOver.of(new JsonValues().encode(values), HandedOverTest.class.getClassLoader());
    }
}
