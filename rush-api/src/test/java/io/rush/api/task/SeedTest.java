package io.rush.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which integers are a seed. */
class SeedTest {
    /** The largest words that the two halves of a state may hold, as R prints them. */
    private static final int LARGEST_FIRST = -210;

    private static final int LARGEST_SECOND = -22_854;

    @Test
    void negativeWordsAreTakenAndGivenBackAsRPrintsThem() {
        Seed seed = Seed.of(10407, 1801422725, -2057975723, 1156894209, 1595475487, 210384600, -1655729657);

        assertThat(seed.values())
                .containsExactly(10407, 1801422725, -2057975723, 1156894209, 1595475487, 210384600, -1655729657);
        assertThat(seed)
                .hasToString("[10407, 1801422725, -2057975723, 1156894209, 1595475487, 210384600, -1655729657]");
        assertThat(seed.nextStream().values().get(0)).isEqualTo(10407);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 107, 407, 507, 10007, 10407, 100407, 110507})
    void theKindsOfOtherDistributionsInRMakeNoDifference(int kind) {
        Seed seed = Seed.of(kind, 1, 2, 3, 4, 5, 6);

        assertThat(seed.nextSubStream().values().get(0)).isEqualTo(kind);
        assertThat(seed.generator().seed()).isEqualTo(seed);
        assertThat(seed.generator().nextDouble())
                .isEqualTo(Seed.of(10407, 1, 2, 3, 4, 5, 6).generator().nextDouble());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 10403, 104071, 607, 20407, 200407, 1000407, -93, -10407, 0, Integer.MIN_VALUE})
    void anotherKindOfGeneratorIsRefusedInWords(int kind) {
        assertThatThrownBy(() -> Seed.of(kind, 1, 2, 3, 4, 5, 6))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("first integer", "L'Ecuyer-CMRG", "10407", "found " + kind);
    }

    @ParameterizedTest
    @MethodSource
    void anotherNumberOfIntegersIsRefusedInWords(int[] values) {
        assertThatThrownBy(() -> Seed.of(values))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("7 integers", "not " + values.length);
    }

    static List<int[]> anotherNumberOfIntegersIsRefusedInWords() {
        return List.of(
                new int[0], new int[] {10407}, new int[] {10407, 1, 2, 3, 4, 5}, new int[] {10407, 1, 2, 3, 4, 5, 6, 7
                });
    }

    @Test
    void theLargestWordsAreTaken() {
        int[] values = {
            10407, LARGEST_FIRST, LARGEST_FIRST, LARGEST_FIRST, LARGEST_SECOND, LARGEST_SECOND, LARGEST_SECOND
        };

        assertThat(Seed.of(values).values()).contains(LARGEST_FIRST, LARGEST_SECOND);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoStateOfTheGeneratorIsRefusedInWords(int[] words) {
        assertThatThrownBy(() -> Seed.of(10407, words[0], words[1], words[2], words[3], words[4], words[5]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("10407", "below its modulus", "not all zero");
    }

    static List<int[]> whatIsNoStateOfTheGeneratorIsRefusedInWords() {
        return List.of(
                new int[] {0, 0, 0, 4, 5, 6},
                new int[] {1, 2, 3, 0, 0, 0},
                new int[] {LARGEST_FIRST + 1, 2, 3, 4, 5, 6},
                new int[] {1, 2, -1, 4, 5, 6},
                new int[] {1, 2, 3, LARGEST_SECOND + 1, 5, 6},
                new int[] {1, 2, 3, 4, 5, -1});
    }
}
