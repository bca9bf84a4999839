package io.rush.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umontreal.ssj.rng.MRG32k3a;

/**
 * Numbers, streams and sub-streams are those of SSJ, where L'Ecuyer's own implementation of MRG32k3a lives. Half of the
 * states are new in each run; their seeds stand in the names of the tests.
 */
class SsjComparisonTest {
    private static final int KNOWN = 20;
    private static final int NEW = 20;

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, KNOWN), new SecureRandom().longs(NEW, KNOWN + 1L, Long.MAX_VALUE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbersAndStatesAreThoseOfSsj(long seed) {
        Seed start = state(new SplittableRandom(seed));
        MRG32k3a expected = ssj(start);
        RandomStream actual = start.generator();

        for (int i = 0; i < 10_000; i++) {
            assertThat(actual.nextDouble()).isEqualTo(expected.nextDouble());
        }
        assertThat(words(actual.seed())).isEqualTo(expected.getState());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void streamsAreThoseOfSsj(long seed) {
        Seed stream = state(new SplittableRandom(seed));
        MRG32k3a.setPackageSeed(words(stream));

        for (int i = 0; i < 500; i++) {
            MRG32k3a expected = new MRG32k3a();
            assertThat(words(stream)).isEqualTo(expected.getState());
            assertThat(stream.generator().nextDouble()).isEqualTo(expected.nextDouble());
            stream = stream.nextStream();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void subStreamsAreThoseOfSsj(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Seed stream = state(random);
        MRG32k3a expected = ssj(stream);

        for (int i = 0; i < 500; i++) {
            stream = stream.nextSubStream();
            expected.nextArrayOfDouble(new double[10], 0, random.nextInt(10));
            expected.resetNextSubstream();
            assertThat(words(stream)).isEqualTo(expected.getState());
            assertThat(stream.generator().nextDouble()).isEqualTo(expected.nextDouble());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void subStreamsOfLaterStreamsAreThoseOfSsj(long seed) {
        Seed stream = state(new SplittableRandom(seed));
        MRG32k3a.setPackageSeed(words(stream));
        MRG32k3a expected = new MRG32k3a();
        for (int i = 0; i < 100; i++) {
            stream = stream.nextStream();
            expected = new MRG32k3a();
        }
        expected.resetNextSubstream();
        expected.resetNextSubstream();

        assertThat(words(stream.nextSubStream().nextSubStream())).isEqualTo(expected.getState());
    }

    private static Seed state(SplittableRandom random) {
        LongStream first = random.longs(3, 0, MultipleRecursiveGenerator.M1);
        LongStream second = random.longs(3, 0, MultipleRecursiveGenerator.M2);
        int[] words =
                LongStream.concat(first, second).mapToInt(word -> (int) word).toArray();
        return Seed.of(10407, words[0], words[1], words[2], words[3], words[4], words[5]);
    }

    private static MRG32k3a ssj(Seed start) {
        MRG32k3a stream = new MRG32k3a();
        stream.setSeed(words(start));
        return stream;
    }

    private static long[] words(Seed seed) {
        return seed.values().stream().skip(1).mapToLong(Integer::toUnsignedLong).toArray();
    }
}
