package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private static final int NUMBERS = 200_000;

    @Test
    void aDecisionIsTheNearestDoubleAndMostNumbersAreDecided() {
        Random random = new Random(1);
        int undecided = 0;
        for (int i = 0; i < NUMBERS; i++) {
            long digits = (random.nextLong() >>> 1) >>> random.nextInt(40);
            int exponent = random.nextInt(81) - 40;
            double nearest = Decimals.nearest(digits, exponent);
            if (Double.isNaN(nearest)) {
                undecided++;
            } else {
                assertThat(nearest).isEqualTo(Double.parseDouble(digits + "E" + exponent));
            }
        }
        assertThat(undecided).isBetween(1, NUMBERS / 100);
    }

    @Test
    void numbersBetweenTwoDoublesAreRoundedOrLeftUndecided() {
        Random random = new Random(2);
        for (int i = 0; i < NUMBERS; i++) {
            long even = (1L << 54) + (random.nextLong() >>> 11) * 2;
            for (long digits = even - 1; digits <= even + 3; digits++) {
                double nearest = Decimals.nearest(digits, 0);
                assertThat(Double.isNaN(nearest) || nearest == (double) digits)
                        .as("%s", digits)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsBeyondTheTableIsLeftUndecided() {
        assertThat(Decimals.nearest(1, 41)).isNaN();
        assertThat(Decimals.nearest(1, -41)).isNaN();
        assertThat(Decimals.nearest(1L << 60, -41)).isNaN();
    }

    @Test
    void whatIsWrittenIsReadBackToTheLastBit() {
        Random random = new Random(3);
        NumberScanner scanner = new NumberScanner();
        for (int i = 0; i < NUMBERS; i++) {
            double number = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextDouble() * Math.pow(10, random.nextInt(12) - 6);
            if (Double.isFinite(number)) {
                byte[] text = (number + "}").getBytes(US_ASCII);
                assertThat(scanner.scan(text, 0)).isTrue();
                assertThat(scanner.isWhole()).isFalse();
                assertThat(scanner.end()).isEqualTo(text.length - 1);
                assertThat(Double.doubleToRawLongBits(scanner.decimal())).isEqualTo(Double.doubleToRawLongBits(number));
            }
        }
    }

    @Test
    void textsWithManyDigitsAreRoundedOnce() {
        Random random = new Random(4);
        NumberScanner scanner = new NumberScanner();
        for (int i = 0; i < NUMBERS / 10; i++) {
            String text = "0.000" + (random.nextLong() >>> 1) + (random.nextLong() >>> 1) + "e" + random.nextInt(30);
            assertThat(scanner.scan((text + ",").getBytes(US_ASCII), 0)).isTrue();
            assertThat(scanner.decimal()).isEqualTo(Double.parseDouble(text));
        }
    }
}
