package io.rush.it.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network goes through random sequences of transitions and is what a plain model says. A third of the sequences are
 * new in each run; {@code -Drush.model.seed} repeats one.
 */
class StateModelTest {
    private static final int KNOWN = 40;
    private static final int NEW = 20;
    private static final int STEPS = 150;
    private static final int STEPS_BETWEEN_READINGS = 15;

    static LongStream seeds() {
        Long given = Long.getLong("rush.model.seed");
        return given == null
                ? LongStream.concat(
                        LongStream.rangeClosed(1, KNOWN), new SecureRandom().longs(NEW, KNOWN + 1L, Long.MAX_VALUE))
                : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNetworkIsWhatItsModelSays(long seed) {
        try (TestNetwork network = TestNetwork.open()) {
            NetworkModel model = new NetworkModel();
            RandomSteps steps = new RandomSteps(network, model, new SplittableRandom(seed));
            NetworkComparison comparison = new NetworkComparison(new RawTasks(network), model);
            for (int step = 1; step <= STEPS; step++) {
                try {
                    stepAndCompare(step, steps, comparison);
                } catch (AssertionError | RuntimeException difference) {
                    throw new AssertionError("sequence of seed " + seed + " at step " + step, difference);
                }
            }
            network.rush().reset();
            assertThat(network.keyNames())
                    .as("keys after the reset, seed " + seed)
                    .isEmpty();
        }
    }

    private static void stepAndCompare(int step, RandomSteps steps, NetworkComparison comparison) {
        steps.takeOne();
        comparison.structures(steps.controller());
        if (step % STEPS_BETWEEN_READINGS == 0) {
            comparison.fields(steps.controller());
            comparison.standings(steps.starts);
        }
    }
}
