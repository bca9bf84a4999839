package io.rush.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BraninTest {
    @ParameterizedTest
    @CsvSource({"-3.14159265, 12.275", "3.14159265, 2.275", "9.42477796, 2.475"})
    void itsThreeMinimaHaveTheKnownValue(double x1, double x2) {
        assertThat(Branin.at(new Point(x1, x2))).isCloseTo(Branin.MINIMUM, within(1e-6));
    }
}
