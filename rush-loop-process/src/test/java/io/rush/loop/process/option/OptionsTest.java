package io.rush.loop.process.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {
    @Test
    void theDefaultsAreAFreshChildForEachTaskAndASpare() {
        Options options = Options.of(Map.of());

        assertThat(options.tasksPerChild()).isOne();
        assertThat(options.spare()).isTrue();
        assertThat(options.startTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.killGrace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.heap()).isEmpty();
        assertThat(options.resultLimit()).isPositive();
    }

    @Test
    void whatWasChosenIsTaken() {
        Options options = Options.of(Map.of(
                "tasksPerChild",
                20L,
                "heap",
                "512m",
                "jvmOptions",
                List.of("-Dx=y"),
                "environment",
                Map.of("A", "b"),
                "workingDirectory",
                "/tmp",
                "startTimeout",
                1.5,
                "killGrace",
                0L,
                "spare",
                false,
                "classDataSharing",
                false,
                "resultLimit",
                1_000L));

        assertThat(options)
                .isEqualTo(new Options(
                        20,
                        "512m",
                        List.of("-Dx=y"),
                        Map.of("A", "b"),
                        "/tmp",
                        Duration.ofMillis(1_500),
                        Duration.ZERO,
                        false,
                        false,
                        1_000));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("tasksPerChild", -1L, "a whole number from 0 on, not -1"),
                Arguments.of("tasksPerChild", 1.5, "a whole number from 0 on, not 1.5"),
                Arguments.of("tasksPerChild", "all", "a whole number"),
                Arguments.of("heap", 512L, "a size such as 512m"),
                Arguments.of("heap", "512 m", "a size such as 512m"),
                Arguments.of("heap", "0m", "a size such as 512m"),
                Arguments.of("jvmOptions", "-Xmx1g", "a list of options"),
                Arguments.of("jvmOptions", List.of("Main"), "begin with -"),
                Arguments.of("jvmOptions", List.of(1L), "begin with -"),
                Arguments.of("environment", Map.of("A", 1L), "a map of texts"),
                Arguments.of("environment", Map.of("A=B", "c"), "a map of texts"),
                Arguments.of("environment", List.of(), "a map of texts"),
                Arguments.of("workingDirectory", " ", "the path of a directory"),
                Arguments.of("startTimeout", 0L, "a number from 0.001"),
                Arguments.of("startTimeout", Double.NaN, "a number from 0.001"),
                Arguments.of("killGrace", -1L, "a number from 0.0"),
                Arguments.of("spare", "yes", "true or false"),
                Arguments.of("classDataSharing", 1L, "true or false"),
                Arguments.of("resultLimit", 0L, "a whole number from 1 on"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsNamedWithWhatWouldBeRight(String option, Object value, String right) {
        assertThatThrownBy(() -> Options.of(Map.of(option, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'" + option + "'")
                .hasMessageContaining(right);
    }

    @Test
    void whatIsUnknownIsNamedWithWhatIsKnown() {
        assertThatThrownBy(() -> Options.of(Map.of("taskPerChild", 1L, "spare", true)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the loop 'process' has no option taskPerChild; its options are classDataSharing,"
                        + " environment, heap, jvmOptions, killGrace, resultLimit, spare, startTimeout,"
                        + " tasksPerChild, workingDirectory");
    }

    @Test
    void zeroTasksAChildMeansThatNoNumberIsEnough() {
        assertThat(Options.of(Map.of("tasksPerChild", 0L)).isEnough(1_000_000)).isFalse();
        assertThat(Options.of(Map.of("tasksPerChild", 3L)).isEnough(2)).isFalse();
        assertThat(Options.of(Map.of("tasksPerChild", 3L)).isEnough(3)).isTrue();
    }
}
