package io.rush.it.state;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.task.Task;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of transitions stand on: a network of their own, and what stands of it in Redis. */
abstract class StateTestCase {
    static final Map<String, Object> YS = Map.of("y", 1L);
    static final String YS_JSON = "{\"y\":1}";

    TestNetwork network;
    Rush rush;
    RawTasks raw;

    @BeforeEach
    void openNetwork() {
        network = TestNetwork.open();
        rush = network.rush();
        raw = new RawTasks(network);
    }

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    static List<Map<String, Object>> points(int size) {
        return IntStream.range(0, size)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();
    }

    /** Takes a task that is queued. */
    static Task pop(RushWorker worker) {
        return worker.pop(Duration.ZERO).orElseThrow();
    }
}
