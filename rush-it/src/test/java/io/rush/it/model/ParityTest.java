package io.rush.it.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.StoreProvider;
import io.rush.it.stores.Providers;
import io.rush.it.support.NetworkDump;
import io.rush.it.support.TestNetwork;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever store it goes through, the same sequence of transitions leaves the same Redis behind, key for key. */
class ParityTest {
    private static final int STEPS = 100;
    private static final int FEW = 10;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]{8,}-[a-z0-9]+");
    private static final Pattern TIME = Pattern.compile("\\d{13,}");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothStoresLeaveTheSameBehind(long seed) {
        Map<String, String> jedis = leftBehind(Providers.jedis(), seed);
        Map<String, String> lettuce = leftBehind(Providers.lettuce(), seed);

        assertThat(jedis).hasSizeGreaterThan(FEW);
        assertThat(lettuce).isEqualTo(jedis);
    }

    private static Map<String, String> leftBehind(StoreProvider provider, long seed) {
        try (TestNetwork network = TestNetwork.open(provider)) {
            NetworkModel model = new NetworkModel();
            RandomSteps steps = new RandomSteps(network, model, new SplittableRandom(seed));
            // A reset among the last steps would leave little to compare.
            for (int step = 1; step <= STEPS || model.tasks.size() <= FEW; step++) {
                steps.takeOne();
            }
            return NetworkDump.of(network.redis(), network.key(""), text -> comparable(text, network, model));
        }
    }

    /** Without what differs from run to run: the network's id, the keys of tasks, the tokens of calls, times. */
    private static String comparable(String text, TestNetwork network, NetworkModel model) {
        String known = KEY.matcher(text.replace(network.id(), "network")).replaceAll(found -> {
            ModelTask task = model.tasks.get(found.group());
            return task == null ? "call" : "task " + task.x;
        });
        return TIME.matcher(known).replaceAll("time");
    }
}
