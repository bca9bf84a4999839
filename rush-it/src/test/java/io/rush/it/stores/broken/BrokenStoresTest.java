package io.rush.it.stores.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.rush.it.support.TestOutcomes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds what is wrong with a store, says it by the right tests, and blames nothing else. */
class BrokenStoresTest {
    private static final int AT_ONCE = 4;
    private static final Map<Fault, Future<TestOutcomes>> RUNS = new EnumMap<>(Fault.class);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE);

    /** Several at once, as most of their time is spent with waiting. */
    @BeforeAll
    static void startAll() {
        Arrays.stream(Fault.values()).forEach(fault -> RUNS.put(fault, THREADS.submit(() -> run(fault))));
    }

    @AfterAll
    static void endAll() {
        THREADS.shutdownNow();
    }

    private static TestOutcomes run(Fault fault) {
        BrokenContract.FAULT.set(fault);
        TestOutcomes outcomes = new TestOutcomes();
        LauncherFactory.create().execute(request(), outcomes);
        return outcomes;
    }

    private static LauncherDiscoveryRequest request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BrokenContract.class))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheTestsThatNameTheFaultFail(Fault fault) throws Exception {
        TestOutcomes outcomes = RUNS.get(fault).get(5, TimeUnit.MINUTES);

        assertThat(outcomes.failures().keySet())
                .as(() -> "failed tests: " + outcomes.failures())
                .isEqualTo(fault.namedBy());
        assertThat(outcomes.passed()).hasSizeGreaterThan(40);
    }
}
