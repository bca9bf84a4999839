package io.rush.it.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input of controllers: refused in words that help, before anything is written. */
class RefusalIT {
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));
    private static final List<Map<String, Long>> THREE = List.of(Map.of("x", 1L), Map.of("x", 2L), Map.of("x", 3L));
    private static final Seed SEED = Seed.of(10407, 1, 2, 3, 4, 5, 6);
    private static final Condition CONDITION = Condition.error("by hand");

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"values", "lengths", "keys", "workers", "hashes"})
    void badInputIsRefusedBeforeAnythingIsWritten(
            String what, Consumer<Rush> call, Class<? extends RushException> type, List<String> words) {
        rush.tasks().push(Map.of("x", 0L));
        Set<String> before = network.keyNames();

        assertThatThrownBy(() -> call.accept(rush))
                .isInstanceOf(type)
                .hasMessageContainingAll(words.toArray(String[]::new));

        assertThat(network.keyNames()).isEqualTo(before);
        assertThat(rush.tasks().counts().total()).isEqualTo(1);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                unserialisable(
                        "an object deep within the second task",
                        rush -> rush.tasks().push(List.of(Map.of("x", 1L), Map.of("layers", List.of(unit())))),
                        "xs[1].layers[0].units",
                        "java.lang.Object"),
                unserialisable(
                        "a map whose keys are no strings",
                        rush -> rush.tasks().push(Map.of("m", Map.of(1, 2))),
                        "xs[0].m",
                        "key"),
                unserialisable(
                        "a list that holds itself", rush -> rush.tasks().push(Map.of("loop", loop())), "xs[0].loop"),
                unserialisable(
                        "a task that is neither map nor record",
                        rush -> rush.tasks().push(List.of("x")),
                        "xs[0]"),
                unserialisable(
                        "no task at all among others",
                        rush -> rush.tasks().push(Arrays.asList(Map.of("x", 1L), null)),
                        "xs[1]"),
                unserialisable(
                        "an output", rush -> rush.tasks().pushFinished(TWO, List.of(unit(), unit())), "ys[0].units"),
                unserialisable(
                        "an extra",
                        rush -> rush.tasks().push(TWO, PushOptions.none().extras(List.of(unit()))),
                        "xs_extra[0].units"),
                unserialisable(
                        "an extra of an output",
                        rush -> rush.tasks().pushFinished(TWO, TWO, List.of(unit())),
                        "ys_extra[0].units"));
    }

    static Stream<Arguments> lengths() {
        return Stream.of(
                misconfigured(
                        "extras",
                        rush -> rush.tasks().push(THREE, PushOptions.none().extras(List.of(Map.of(), Map.of()))),
                        "2 elements",
                        "3 tasks",
                        "xs_extra"),
                misconfigured(
                        "seeds",
                        rush -> rush.tasks().push(THREE, PushOptions.none().seeds(List.of(SEED, SEED))),
                        "2 elements",
                        "3 tasks",
                        "seed"),
                misconfigured(
                        "timeouts",
                        rush -> rush.tasks()
                                .push(
                                        THREE,
                                        PushOptions.none().timeouts(List.of(Duration.ofDays(1), Duration.ofDays(2)))),
                        "2 elements",
                        "3 tasks",
                        "timeout"),
                misconfigured(
                        "numbers of retries",
                        rush -> rush.tasks().push(THREE, PushOptions.none().maxRetries(List.of(1, 2))),
                        "2 elements",
                        "3 tasks",
                        "max_retries"),
                misconfigured(
                        "worker ids",
                        rush -> rush.tasks()
                                .pushPriority(List.of(Optional.of("a"), Optional.of("b")), THREE, PushOptions.none()),
                        "worker ids",
                        "2 elements",
                        "3 tasks"),
                misconfigured(
                        "outputs", rush -> rush.tasks().pushFinished(THREE, TWO), "outputs", "2 elements", "3 tasks"),
                misconfigured(
                        "extras of outputs",
                        rush -> rush.tasks().pushFinished(THREE, THREE, TWO),
                        "ys_extra",
                        "2 elements",
                        "3 tasks"),
                misconfigured(
                        "conditions",
                        rush -> rush.tasks().pushFailed(THREE, List.of(CONDITION, CONDITION)),
                        "conditions",
                        "2 elements",
                        "3 tasks"),
                misconfigured("no condition", rush -> rush.tasks().pushFailed(THREE, List.of()), "conditions", "0"));
    }

    static Stream<Arguments> keys() {
        List<String> unknown = List.of("no-such-task");
        return Stream.of(
                refused("await", rush -> rush.tasks().await(unknown), TaskStateException.class, "no-such-task", "push"),
                refused("retry", rush -> rush.tasks().retry(unknown), TaskStateException.class, "no-such-task", "push"),
                refused(
                        "fail",
                        rush -> rush.tasks().fail(unknown, List.of(CONDITION)),
                        TaskStateException.class,
                        "no-such-task",
                        "push"));
    }

    static Stream<Arguments> workers() {
        return Stream.of(WorkerKind.values()).flatMap(RefusalIT::workers);
    }

    private static Stream<Arguments> workers(WorkerKind kind) {
        return Stream.of(
                started(
                        kind,
                        "a class that is nowhere",
                        WorkerSpec.ofFunction("com.example.Nowhere"),
                        "com.example.Nowhere",
                        "full name"),
                started(kind, "a class that is no function", WorkerSpec.ofFunction("java.lang.String"), "TaskFunction"),
                started(
                        kind,
                        "a loop that is nowhere",
                        WorkerSpec.ofLoop("com.example.Nowhere"),
                        "com.example.Nowhere",
                        "WorkerLoop"),
                started(kind, "a class that is not public", WorkerSpec.of(HiddenFunction.class), "not public"),
                started(
                        kind,
                        "a class without a suitable constructor",
                        WorkerSpec.of(PickyFunction.class),
                        "PickyFunction",
                        "no public constructor without arguments"),
                started(
                        kind,
                        "a loop provider that is nowhere",
                        WorkerSpec.of(PublicFunction.class).loopName("quantum"),
                        "'quantum'",
                        "found: ",
                        "inprocess",
                        "io.rush:rush-loop-quantum"),
                refused(
                        "constants of " + kind,
                        rush -> rush.workers()
                                .startLocal(WorkerSpec.of(PublicFunction.class)
                                        .kind(kind)
                                        .constants(Map.of("model", List.of(new Object())))),
                        SerializationException.class,
                        "constants.model[0]",
                        "java.lang.Object"),
                refused(
                        "globals of " + kind,
                        rush -> rush.workers()
                                .startLocal(WorkerSpec.of(PublicFunction.class)
                                        .kind(kind)
                                        .globals(Map.of("model", new Object()))),
                        SerializationException.class,
                        "globals.model"),
                kind == WorkerKind.PROCESS
                        ? started(kind, "a lambda", WorkerSpec.of((xs, context) -> xs), "lambda", "WorkerKind.THREAD")
                        : started(
                                kind,
                                "JVM options",
                                WorkerSpec.of(PublicFunction.class).jvmOptions(List.of("-Xmx1g")),
                                "JVM options",
                                "WorkerKind.PROCESS"),
                misconfigured(
                        "a worker nobody knows, " + kind,
                        rush -> rush.workers().await(List.of("w-nobody"), Duration.ofDays(1)),
                        "w-nobody",
                        "startLocal"));
    }

    static Stream<Arguments> hashes() {
        return Stream.of(
                misconfigured(
                        "lists of unequal length",
                        rush -> rush.hashes().write(Map.of("a", List.of(1, 2), "b", List.of(1, 2, 3))),
                        "'a'",
                        "2 elements",
                        "3"),
                misconfigured(
                        "more elements than keys",
                        rush -> rush.hashes().write(Map.of("a", List.of(1, 2, 3)), List.of("k", "l")),
                        "'a'",
                        "3 elements",
                        "2"),
                misconfigured("no field", rush -> rush.hashes().write(Map.of()), "no field"),
                misconfigured(
                        "a key twice",
                        rush -> rush.hashes().write(Map.of("a", List.of(1)), List.of("k", "k")),
                        "twice"),
                misconfigured(
                        "a blank key", rush -> rush.hashes().write(Map.of("a", List.of(1)), List.of(" ")), "blank"),
                unserialisable(
                        "an object",
                        rush -> rush.hashes().write(Map.of("a", List.of(1, new Object()))),
                        "a[1]",
                        "java.lang.Object"));
    }

    private static Arguments started(WorkerKind kind, String what, WorkerSpec spec, String... words) {
        return misconfigured(what + ", " + kind, rush -> rush.workers().startLocal(spec.kind(kind)), words);
    }

    private static Arguments misconfigured(String what, Consumer<Rush> call, String... words) {
        return refused(what, call, ConfigurationException.class, words);
    }

    private static Arguments unserialisable(String what, Consumer<Rush> call, String... words) {
        return refused(what, call, SerializationException.class, words);
    }

    private static Arguments refused(
            String what, Consumer<Rush> call, Class<? extends RushException> type, String... words) {
        return Arguments.of(what, call, type, List.of(words));
    }

    private static Map<String, Object> unit() {
        Map<String, Object> unit = new HashMap<>();
        unit.put("units", new Object());
        return unit;
    }

    private static List<Object> loop() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }
}
