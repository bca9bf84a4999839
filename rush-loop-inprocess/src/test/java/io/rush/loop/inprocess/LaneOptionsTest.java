package io.rush.loop.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop says which options it knows, and refuses what it cannot do. */
class LaneOptionsTest {
    @Test
    void withoutOptionsOneTaskAtATimeIsEvaluatedByAPlatformThread() {
        assertThat(LaneOptions.of(Map.of())).isEqualTo(new LaneOptions(1, ThreadKind.PLATFORM, Duration.ofSeconds(5)));
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(LaneOptions.of(Map.of("concurrency", 1_000L, "threads", "platform", "interruptGrace", 0.25)))
                .isEqualTo(new LaneOptions(1_000, ThreadKind.PLATFORM, Duration.ofMillis(250)));
        assertThat(LaneOptions.of(Map.of("interruptGrace", 60L)).interruptGrace())
                .isEqualTo(Duration.ofMinutes(1));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "concurrency", 0L, "concurrency of the loop 'inprocess' must be a whole number from 1 to 1000"),
                Arguments.of("concurrency", 1_001L, "from 1 to 1000, not 1001"),
                Arguments.of("concurrency", 2.5, "a whole number from 1 to 1000, not 2.5"),
                Arguments.of("concurrency", "four", "a whole number from 1 to 1000, not four"),
                Arguments.of("threads", "green", "must be 'platform' or 'virtual', not green"),
                Arguments.of("threads", 4L, "must be 'platform' or 'virtual', not 4"),
                Arguments.of("interruptGrace", 0L, "a number of seconds from 0.001 to 86400, not 0"),
                Arguments.of("interruptGrace", 86_401L, "to 86400, not 86401"),
                Arguments.of("interruptGrace", Double.NaN, "not NaN"),
                Arguments.of("interruptGrace", "5 s", "a number of seconds from 0.001 to 86400, not 5 s"),
                Arguments.of("concurency", 2L, "no option concurency; it knows concurrency, interruptGrace, threads"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("refused")
    void whatItCannotDoIsRefusedNamingWhatItCan(String option, Object value, String words) {
        Workload function = new Workload.NamedFunction("any");

        assertThatThrownBy(() -> new InProcessLoopProvider().check(function, Map.of(option, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "this JVM has virtual threads")
    void virtualThreadsAreRefusedWhereThereAreNone() {
        assertThatThrownBy(() -> LaneOptions.of(Map.of("threads", "virtual")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("need Java 21 or later")
                .hasMessageContaining("this JVM is Java " + Runtime.version().feature());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JVM has no virtual threads")
    void virtualThreadsAreTakenWhereThereAreSome() {
        assertThat(LaneOptions.of(Map.of("threads", "virtual")).threads()).isEqualTo(ThreadKind.VIRTUAL);
    }
}
