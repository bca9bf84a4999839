package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushConfig;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskRow;
import io.rush.it.loop.fixture.Echo;
import io.rush.it.loop.fixture.EveryValue;
import io.rush.it.loop.fixture.Giving;
import io.rush.it.loop.fixture.Kinds;
import io.rush.it.loop.fixture.Measuring;
import io.rush.it.loop.fixture.Naming;
import io.rush.it.loop.fixture.Point;
import io.rush.it.loop.fixture.Scaled;
import io.rush.it.loop.fixture.Scaling;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes into a function comes in as it was pushed, and what it returns arrives as it is. */
abstract class ValueTests extends LoopTests {
    private static final int LIMIT_BYTES = 10_000;

    ValueTests(LoopContract loop) {
        super(loop);
    }

    @Override
    final RushConfig.Builder settings(RushConfig.Builder config) {
        return config.largeObjectDirectory(directory).largeObjectLimitBytes(LIMIT_BYTES);
    }

    @Test
    final void valuesOfEveryTypeGoInAndComeOutUnchanged() {
        start(spec(Echo.class));
        String key = rush().tasks().push(EveryValue.map());

        awaitFinished(List.of(key));

        TaskRow row = finished(key);
        assertThat(row.xs()).hasSameSizeAs(EveryValue.map());
        assertEqual(row.ys(), row.xs());
    }

    @Test
    final void valuesOfEveryTypeThatAFunctionReturnsAreStored() {
        start(spec(Giving.class));
        String key = rush().tasks().push(EveryValue.map());

        awaitFinished(List.of(key));

        TaskRow row = finished(key);
        assertEqual(row.ys(), row.xs());
    }

    @Test
    final void theFunctionSeesObjectsOfTheTypesThatTheArchiveHas() {
        start(spec(Naming.class));
        String key = rush().tasks().push(EveryValue.map());

        awaitFinished(List.of(key));

        TaskRow row = finished(key);
        assertThat(row.ys()).isEqualTo(Kinds.of(row.xs()));
    }

    private static void assertEqual(Map<String, Object> actual, Map<String, Object> expected) {
        assertThat(Kinds.of(actual)).isEqualTo(Kinds.of(expected));
        assertThat(comparable(actual)).isEqualTo(comparable(expected));
    }

    /** Arrays of bytes are equal only to themselves. */
    private static Map<String, Object> comparable(Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.replaceAll((name, value) -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
        return copy;
    }

    @Test
    final void tasksWithoutInputsAndOutputsAreFinished() {
        start(spec(Echo.class));
        String key = rush().tasks().push(Map.of());

        awaitFinished(List.of(key));

        assertThat(outputs(key)).isEmpty();
    }

    @Test
    final void recordsGoInAndComeOut() {
        start(spec(Scaling.class));

        awaitFinished(rush().tasks().push(List.of(new Point(1.5, 2), new Point(0.5, 3))));

        assertThat(rush().archive().fetchFinished().toRecords(Scaled.class))
                .containsExactlyInAnyOrder(new Scaled(3, "n=2"), new Scaled(1.5, "n=3"));
    }

    @Test
    final void extrasOfAPushStayWithTheTask() {
        start(spec(Echo.class));
        List<String> keys = rush().tasks()
                .push(points(2), PushOptions.none().extras(List.of(Map.of("batch", "a"), Map.of("batch", "b"))));

        awaitFinished(keys);

        assertThat(finished(keys.get(0)).xsExtra()).isEqualTo(Map.of("batch", "a"));
        assertThat(finished(keys.get(1)).xsExtra()).isEqualTo(Map.of("batch", "b"));
    }

    @Test
    final void valuesThatAreTooLargeForRedisReachTheFunctionAndComeBack() {
        String text = "a".repeat(3 * LIMIT_BYTES);
        String constant = "b".repeat(5 * LIMIT_BYTES);
        start(spec(Measuring.class).constants(Map.of("reference", rush().storeLargeObject(constant))));
        String key = rush().tasks().push(Map.of("text", text));

        awaitFinished(List.of(key));

        assertThat(outputs(key))
                .isEqualTo(Map.of("text", 3L * LIMIT_BYTES, "constant", 5L * LIMIT_BYTES, "twice", text + text));
    }
}
