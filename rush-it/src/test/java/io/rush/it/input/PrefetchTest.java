package io.rush.it.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Prefetch;
import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    @Test
    void boundsAreNamedInTheError() {
        assertThatThrownBy(() -> Prefetch.of(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 to 500")
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> Prefetch.of(501)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Prefetch.of(2).delay(Duration.ofNanos(999_999)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 ms to 60 s");
        assertThatThrownBy(() -> Prefetch.of(2).delay(Duration.ofMillis(60_001)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void theBoundsThemselvesAreLegal() {
        assertThat(Prefetch.of(500).delay(Duration.ofMinutes(1)).depth()).isEqualTo(500);
        assertThat(Prefetch.of(1).delay(Duration.ofMillis(1)).delay()).hasMillis(1);
        assertThat(Prefetch.none()).isEqualTo(new Prefetch(1, Prefetch.DEFAULT_DELAY));
    }
}
