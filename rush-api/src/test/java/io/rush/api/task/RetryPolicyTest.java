package io.rush.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.EnumSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A retry policy refuses what makes no sense. */
class RetryPolicyTest {
    private static final RetryPolicy POLICY = RetryPolicy.on(FailureCause.LOST, FailureCause.TIMEOUT);

    private static void refused(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageContaining(part);
    }

    @Test
    void defaultsAreThoseThatAreDocumented() {
        assertThat(POLICY)
                .isEqualTo(new RetryPolicy(
                        EnumSet.of(FailureCause.TIMEOUT, FailureCause.LOST),
                        3,
                        Duration.ofSeconds(1),
                        2,
                        Duration.ofMinutes(1),
                        0));
    }

    @Test
    void eachValueIsChangedInACopy() {
        RetryPolicy other = POLICY.maxRetries(7)
                .firstDelay(Duration.ofMillis(5))
                .factor(1.5)
                .longestDelay(Duration.ofHours(1))
                .jitter(0.5);

        assertThat(other)
                .isEqualTo(new RetryPolicy(POLICY.causes(), 7, Duration.ofMillis(5), 1.5, Duration.ofHours(1), 0.5));
        assertThat(POLICY.maxRetries()).isEqualTo(3);
    }

    @Test
    void theLongestDelayGrowsWithTheFirst() {
        assertThat(POLICY.firstDelay(Duration.ofHours(1)).longestDelay()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void causesAreNeededAndRemovedIsNone() {
        refused(RetryPolicy::on, "cause");
        refused(() -> RetryPolicy.on(FailureCause.ERROR, FailureCause.REMOVED), "removed");
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        refused(() -> POLICY.maxRetries(-1), "-1");
        refused(() -> POLICY.firstDelay(Duration.ofMillis(-1)), "PT-0.001S");
        refused(() -> POLICY.longestDelay(Duration.ofMillis(999)), "PT0.999S");
        refused(() -> POLICY.longestDelay(Duration.ofDays(40_000)), "100 years");
        refused(() -> POLICY.factor(0.5), "0.5");
        refused(() -> POLICY.factor(Double.NaN), "NaN");
        refused(() -> POLICY.factor(Double.POSITIVE_INFINITY), "Infinity");
        refused(() -> POLICY.jitter(1.5), "1.5");
        refused(() -> POLICY.jitter(Double.NaN), "NaN");
    }
}
