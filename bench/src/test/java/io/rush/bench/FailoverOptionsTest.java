package io.rush.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.bench.failover.FailoverSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailoverOptionsTest {
    @Test
    void withoutArgumentsEightWorkersFailOverFiveTimes() {
        FailoverOptions options = FailoverOptions.parse();

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.settings())
                .isEqualTo(new FailoverSettings("jedis", 8, 20_000, 2, Duration.ofMillis(500), Duration.ZERO));
        assertThat(options.json()).isEqualTo(Path.of("target", "failover.json"));
    }

    @Test
    void everythingCanBeSet() {
        FailoverOptions options = FailoverOptions.parse(
                "--rounds 3 --workers 2 --tasks 10 --replicas 1 --down-after 5000 --cut-off 7 --store other --json a.json"
                        .split(" "));

        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.settings())
                .isEqualTo(new FailoverSettings("other", 2, 10, 1, Duration.ofSeconds(5), Duration.ofMillis(7)));
        assertThat(options.json()).isEqualTo(Path.of("a.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "--rounds, --rounds needs a value",
        "--workers 0, '--workers needs a number of 1 or more, not 0'",
        "--replicas 0, '--replicas needs a number of 1 or more, not 0'",
        "--speed, unknown argument --speed",
    })
    void badArgumentsAreRefusedWithAReason(String arguments, String reason) {
        assertThatThrownBy(() -> FailoverOptions.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
