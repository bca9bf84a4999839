package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import io.rush.api.task.FailureCause;
import io.rush.api.task.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retry policies as JSON. */
class RetryPoliciesTest {
    private static final RetryPolicy POLICY = RetryPolicy.on(FailureCause.LOST, FailureCause.ERROR)
            .maxRetries(5)
            .firstDelay(Duration.ofMillis(250))
            .factor(1.5)
            .longestDelay(Duration.ofMinutes(2))
            .jitter(0.25);
    private static final String JSON = "{\"causes\":[\"error\",\"lost\"],\"max_retries\":5,\"first_delay_ms\":250,"
            + "\"factor\":1.5,\"longest_delay_ms\":120000,\"jitter\":0.25}";

    @Test
    void aPolicyIsWrittenAsTheScriptsReadIt() {
        assertThat(RetryPolicies.encode(POLICY)).asString(UTF_8).isEqualTo(JSON);
    }

    @Test
    void aPolicyIsReadBack() {
        assertThat(RetryPolicies.decode(JSON.getBytes(UTF_8))).isEqualTo(POLICY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"causes\":[\"boredom\"],\"max_retries\":5,\"first_delay_ms\":1,\"factor\":1.5,"
                        + "\"longest_delay_ms\":2,\"jitter\":0.25}",
                "{\"causes\":[\"lost\"],\"max_retries\":-5,\"first_delay_ms\":1,\"factor\":1.5,"
                        + "\"longest_delay_ms\":2,\"jitter\":0.25}",
                "{\"causes\":[\"lost\"],\"max_retries\":\"5\",\"first_delay_ms\":1,\"factor\":1.5,"
                        + "\"longest_delay_ms\":2,\"jitter\":0.25}"
            })
    void whatIsNoPolicyIsRefused(String json) {
        assertThatThrownBy(() -> RetryPolicies.decode(json.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("retry_policy");
    }
}
