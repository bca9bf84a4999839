package io.rush.it.loops.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.rush.it.loop.LoopContract;
import io.rush.it.support.TestOutcomes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds what is wrong with a loop, says it by the right tests, and blames nothing else. */
class BrokenLoopsIT {
    private static final String THREADS = "4";

    @AfterEach
    void forgetTheFault() {
        BrokenContract.FAULT.set(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheTestsThatNameTheFaultFail(Fault fault) {
        BrokenContract.FAULT.set(fault);
        TestOutcomes outcomes = new TestOutcomes();

        LauncherFactory.create().execute(request(fault), outcomes);

        assertThat(outcomes.failures().keySet())
                .as(() -> "failed tests: " + outcomes.failures())
                .isEqualTo(fault.namedBy());
        assertThat(outcomes.passed()).hasSizeGreaterThanOrEqualTo(fault.topics().size() == 1 ? 0 : 20);
    }

    private static LauncherDiscoveryRequest request(Fault fault) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(fault.topics().stream()
                        .map(topic -> selectNestedClass(
                                List.of(BrokenContract.class.getName()), LoopContract.class.getName() + "$" + topic))
                        .toList())
                // So that waits for what never happens take their time together.
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", THREADS)
                .build();
    }
}
