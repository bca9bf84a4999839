package io.rush.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A generator from a seed. */
class RandomStreamTest {
    private static final Seed SEED = Seed.of(20);

    @Test
    void aSeedMakesTheSameNumbersEachTime() {
        assertThat(firstOfEachKind(SEED.generator())).isEqualTo(firstOfEachKind(SEED.generator()));
        assertThat(firstOfEachKind(SEED.generator()))
                .isNotEqualTo(firstOfEachKind(SEED.nextSubStream().generator()));
    }

    private static List<Number> firstOfEachKind(RandomGenerator random) {
        return List.of(
                random.nextDouble(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(100),
                random.nextGaussian(),
                random.nextFloat(),
                random.nextExponential());
    }

    /** Whoever changes how numbers are put together changes the results of everybody's tasks. */
    @Test
    void theNumbersOfASeedStayWhatTheyAre() {
        RandomStream stream = Seed.of(123).generator();

        assertThat(List.of(stream.nextInt(), stream.nextInt())).containsExactly(717382705, -1018257331);
        assertThat(List.of(stream.nextLong(), stream.nextLong()))
                .containsExactly(-1191419560740184620L, 3291263293624694766L);
        assertThat(stream.nextDouble()).isEqualTo(0.1266946532652918);
        assertThat(stream.nextInt(1_000)).isEqualTo(734);
        assertThat(stream.nextGaussian()).isEqualTo(0.632624507082011);
    }

    @Test
    void aStreamGoesOnFromTheStateThatWasRead() {
        RandomStream stream = SEED.generator();
        for (Consumer<RandomGenerator> draw : List.<Consumer<RandomGenerator>>of(
                RandomGenerator::nextDouble, RandomGenerator::nextInt, RandomGenerator::nextLong)) {
            draw.accept(stream);
            RandomStream continued = stream.seed().generator();
            assertThat(firstOfEachKind(continued)).isEqualTo(firstOfEachKind(stream));
        }
    }

    @Test
    void readingTheStateTakesNoNumber() {
        RandomStream stream = SEED.generator();

        assertThat(stream.seed()).isEqualTo(SEED);
        assertThat(stream.seed()).isEqualTo(SEED);
        assertThat(stream).hasToString("RandomStream" + SEED);
    }

    @Test
    void aDoubleIsOneStepAnIntTwoAndALongThree() {
        assertThat(stateAfter(RandomGenerator::nextInt)).isEqualTo(stateAfterSteps(2));
        assertThat(stateAfter(RandomGenerator::nextLong)).isEqualTo(stateAfterSteps(3));
    }

    private static Seed stateAfter(Consumer<RandomGenerator> draw) {
        RandomStream stream = SEED.generator();
        draw.accept(stream);
        return stream.seed();
    }

    private static Seed stateAfterSteps(int steps) {
        return stateAfter(stream -> stream.doubles(steps).forEach(number -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 10})
    void aJumpIsAsManyStepsOfTheGenerator(int exponent) {
        long[] state = state(SEED);

        long[] jumped = MultipleRecursiveGenerator.Jump.ofPowerOfTwo(exponent).apply(state);

        assertThat(jumped).isEqualTo(state(stateAfterSteps(1 << exponent)));
    }

    private static long[] state(Seed seed) {
        return seed.values().stream().skip(1).mapToLong(Integer::toUnsignedLong).toArray();
    }

    @Test
    void anOutcomeThatWouldMakeAPieceMoreLikelyIsPassedOver() {
        Seed before = stateBeforeALargeOutcome();
        RandomStream stream = before.generator();
        RandomStream after = stateAfterOne(before).generator();

        assertThat(stream.nextInt()).isEqualTo(after.nextInt());
        assertThat(stream.seed()).isEqualTo(after.seed());
    }

    private static Seed stateBeforeALargeOutcome() {
        RandomStream stream = SEED.generator();
        Seed before = SEED;
        while (stream.nextDouble() < 0.9999) {
            before = stream.seed();
        }
        return before;
    }

    private static Seed stateAfterOne(Seed seed) {
        RandomStream stream = seed.generator();
        stream.nextDouble();
        return stream.seed();
    }

    @Test
    void everyBitOfAnIntegerIsSetHalfOfTheTime() {
        assertThat(bitsSet(SEED.generator()::nextLong, Long.SIZE)).allMatch(share -> Math.abs(share - 0.5) < 0.01);
        assertThat(bitsSet(SEED.generator()::nextInt, Integer.SIZE)).allMatch(share -> Math.abs(share - 0.5) < 0.01);
    }

    private static List<Double> bitsSet(LongSupplier numbers, int bits) {
        int draws = 100_000;
        double[] set = new double[bits];
        for (int i = 0; i < draws; i++) {
            long number = numbers.getAsLong();
            for (int bit = 0; bit < bits; bit++) {
                set[bit] += number >>> bit & 1;
            }
        }
        return Arrays.stream(set).map(count -> count / draws).boxed().toList();
    }

    @Test
    void everyByteOfALongIsEvenlySpread() {
        long[][] counts = new long[Long.BYTES][256];
        int draws = 256_000;
        RandomStream stream = SEED.generator();
        for (int i = 0; i < draws; i++) {
            long number = stream.nextLong();
            for (int place = 0; place < Long.BYTES; place++) {
                counts[place][(int) (number >>> (8 * place) & 0xff)]++;
            }
        }
        for (long[] count : counts) {
            double chiSquare = Arrays.stream(count)
                    .mapToDouble(c -> (c - 1000.0) * (c - 1000.0) / 1000)
                    .sum();
            assertThat(chiSquare).isBetween(160.0, 370.0);
        }
    }

    @Test
    void integersReachBothEndsOfTheirRange() {
        Set<Integer> high = new HashSet<>();
        RandomStream stream = SEED.generator();
        for (int i = 0; i < 100_000; i++) {
            high.add(stream.nextInt() >>> 20);
        }

        assertThat(high).hasSize(1 << 12).contains(0, (1 << 12) - 1);
    }
}
