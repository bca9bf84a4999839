package io.rush.bench.figure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.task.Condition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryIT {
    private final Lab lab = Lab.open("jedis", new Sizes(1, 1));
    private final Rush rush = lab.connect("delivery");
    private final List<Map<String, Double>> xss = Points.range(0, 2);
    private final List<Double> results = xss.stream().map(Points::first).toList();
    private final List<String> keys =
            rush.tasks().pushFinished(xss, xss.stream().map(Points::result).toList());

    @AfterEach
    void close() {
        rush.close();
        lab.close();
    }

    @Test
    void allTasksWithTheirResultsAreADelivery() {
        Delivery.check(rush, keys, results);
    }

    @Test
    void aTaskThatIsStillQueuedIsNone() {
        rush.tasks().push(xss.get(0));

        assertRefused(keys, results, "queued tasks: expected 0, found 1");
    }

    @Test
    void aTaskThatFailedIsNone() {
        rush.tasks().pushFailed(xss.subList(0, 1), List.of(Condition.error("broken")));

        assertRefused(keys, results, "failed tasks: expected 0, found 1");
    }

    @Test
    void aTaskTooManyIsNone() {
        assertRefused(keys.subList(0, 1), results, "finished tasks: expected 1, found 2");
    }

    @Test
    void aKeyThatWasPushedTwiceIsNone() {
        assertRefused(List.of(keys.get(0), keys.get(0)), results, "different keys that were pushed");
    }

    @Test
    void aWrongResultIsNone() {
        assertRefused(keys, List.of(results.get(0), 7.0), "instead of 7.0");
    }

    private void assertRefused(List<String> pushed, List<Double> expected, String reason) {
        assertThatThrownBy(() -> Delivery.check(rush, pushed, expected))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(reason);
    }
}
