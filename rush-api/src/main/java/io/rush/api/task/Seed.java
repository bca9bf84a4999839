package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * State of a random stream of L'Ecuyer's MRG32k3a, as seven integers in R's form: the code of the generator kind, then
 * the six words of the state, signed. Immutable.
 *
 * <p>Streams and sub-streams are those of R's {@code parallel::nextRNGStream} and {@code nextRNGSubStream}. Source: P.
 * L'Ecuyer, R. Simard, E. J. Chen, W. D. Kelton, "An Object-Oriented Random-Number Package with Many Long Streams and
 * Substreams", Operations Research 50(6), 2002; R's manual pages Random and RNGstreams.
 */
public final class Seed {
    private static final int WORDS = 6;
    /** R's code of L'Ecuyer-CMRG with its default kinds of normal numbers and samples. */
    private static final int DEFAULT_KIND = 10_407;

    private final int[] values;

    private Seed(int[] values) {
        this.values = values;
    }

    /** The state that R has after {@code set.seed(number, kind = "L'Ecuyer-CMRG")}. */
    public static Seed of(int number) {
        return ofWords(DEFAULT_KIND, InitialScrambling.words(number, WORDS));
    }

    /**
     * A seed from R's seven integers, for example {@code .Random.seed}.
     *
     * @throws ConfigurationException unless there are seven, the first names L'Ecuyer-CMRG and the others form a state
     *     that the generator can be in
     */
    public static Seed of(int... values) {
        if (values.length != WORDS + 1) {
            throw new ConfigurationException("a seed has 7 integers, not " + values.length);
        }
        if (!isLecuyerCmrg(values[0])) {
            throw new ConfigurationException("the first integer of a seed must be R's code of L'Ecuyer-CMRG, such as"
                    + " 10407; found " + values[0]);
        }
        Seed seed = new Seed(values.clone());
        if (!MultipleRecursiveGenerator.isValidState(seed.state())) {
            throw new ConfigurationException("the six words of the seed " + seed + " are not a state of MRG32k3a: each"
                    + " group of three must be below its modulus and not all zero");
        }
        return seed;
    }

    /** R's code has the generator as its last two digits, then the kinds of normal numbers, samples and binomials. */
    private static boolean isLecuyerCmrg(int code) {
        return code >= 0 && code % 100 == 7 && code / 100 % 100 <= 5 && code / 10_000 % 10 <= 1 && code / 100_000 <= 1;
    }

    /** A state drawn at random by the operating system's means: another one with each call. */
    public static Seed random() {
        RandomGenerator random = new SecureRandom();
        LongStream first = random.longs(WORDS / 2, 1, MultipleRecursiveGenerator.M1);
        LongStream second = random.longs(WORDS / 2, 1, MultipleRecursiveGenerator.M2);
        return ofState(DEFAULT_KIND, LongStream.concat(first, second).toArray());
    }

    /** A state that is known to be valid. */
    static Seed ofState(int kind, long... state) {
        return ofWords(kind, Arrays.stream(state).mapToInt(word -> (int) word).toArray());
    }

    private static Seed ofWords(int kind, int[] words) {
        int[] values = new int[WORDS + 1];
        values[0] = kind;
        System.arraycopy(words, 0, values, 1, WORDS);
        return new Seed(values);
    }

    /** A generator that begins with this state; each call makes a new one. */
    public RandomStream generator() {
        return new RandomStream(values[0], state());
    }

    /** The first state of the next stream, 2^127 steps ahead. */
    public Seed nextStream() {
        return ofState(values[0], MultipleRecursiveGenerator.STREAM.apply(state()));
    }

    /** The first state of the next sub-stream, 2^76 steps ahead. */
    public Seed nextSubStream() {
        return ofState(values[0], MultipleRecursiveGenerator.SUB_STREAM.apply(state()));
    }

    /** The seven integers; the list cannot be changed. */
    public List<Integer> values() {
        return Arrays.stream(values).boxed().toList();
    }

    private long[] state() {
        long[] state = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            state[i] = Integer.toUnsignedLong(values[i + 1]);
        }
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seed seed && Arrays.equals(values, seed.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
