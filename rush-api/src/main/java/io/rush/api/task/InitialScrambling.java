package io.rush.api.task;

/** R's way from one integer to the six words of a first state: a linear congruential generator that runs warm first. */
final class InitialScrambling {
    private static final int MULTIPLIER = 69_069;
    private static final int WARM_UP = 50;

    private int last;

    private InitialScrambling(int number) {
        this.last = number;
    }

    /** The words of {@code set.seed(number, kind = "L'Ecuyer-CMRG")}. */
    static int[] words(int number, int size) {
        InitialScrambling scrambling = new InitialScrambling(number);
        for (int i = 0; i < WARM_UP; i++) {
            scrambling.next();
        }
        int[] words = new int[size];
        for (int i = 0; i < size; i++) {
            words[i] = scrambling.nextBelowBothModuli();
        }
        return words;
    }

    private int next() {
        last = MULTIPLIER * last + 1;
        return last;
    }

    private int nextBelowBothModuli() {
        int word = next();
        while (Integer.toUnsignedLong(word) >= MultipleRecursiveGenerator.M2) {
            word = next();
        }
        return word;
    }
}
