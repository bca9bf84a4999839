package io.rush.it.stores.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.rush.it.store.SentinelStoreContract;
import io.rush.it.support.TestOutcomes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds what is wrong with a store, says it by the right tests, and blames nothing else. */
class BrokenStoresTest {
    private static final int AT_ONCE = 4;
    private static final Map<Enum<?>, Future<TestOutcomes>> RUNS = new HashMap<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE);

    /** Several at once, as most of their time is spent with waiting; those first that wait longest. */
    @BeforeAll
    static void startAll() {
        Arrays.stream(SentinelFault.values()).forEach(fault -> RUNS.put(fault, THREADS.submit(() -> run(fault))));
        Arrays.stream(Fault.values()).forEach(fault -> RUNS.put(fault, THREADS.submit(() -> run(fault))));
    }

    @AfterAll
    static void endAll() {
        THREADS.shutdownNow();
    }

    private static TestOutcomes run(Fault fault) {
        BrokenContract.FAULT.set(fault);
        return run(List.of(selectClass(BrokenContract.class)));
    }

    /** Of the topics of sentinels: the other ones need none to say what is wrong. */
    private static TestOutcomes run(SentinelFault fault) {
        BrokenSentinelContract.FAULT.set(fault);
        List<String> contract = List.of(BrokenSentinelContract.class.getName());
        return run(Stream.of("Sentinels", "Switches")
                .map(topic -> selectNestedClass(contract, SentinelStoreContract.class.getName() + "$" + topic))
                .toList());
    }

    private static TestOutcomes run(List<? extends DiscoverySelector> selectors) {
        TestOutcomes outcomes = new TestOutcomes();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        outcomes);
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheTestsThatNameTheFaultFail(Fault fault) throws Exception {
        assertThat(passedBut(fault, fault.namedBy())).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheTestsThatNameTheFaultFailBehindSentinels(SentinelFault fault) throws Exception {
        Set<String> passed = passedBut(fault, fault.namedBy());

        assertThat(passed.size() + fault.namedBy().size()).isGreaterThanOrEqualTo(10);
    }

    private static Set<String> passedBut(Enum<?> fault, Set<String> namedBy) throws Exception {
        TestOutcomes outcomes = RUNS.get(fault).get(5, TimeUnit.MINUTES);

        assertThat(outcomes.failures().keySet())
                .as(() -> "failed tests: " + outcomes.failures())
                .isEqualTo(namedBy);
        return outcomes.passed();
    }
}
