package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeSortTest {
    @Test
    void sortsLikeTheStableSortOfTheJdk() {
        Random random = new Random(11);
        for (int length = 0; length < 200; length++) {
            int[] keys = random.ints(length, 0, 1 + length / 3).toArray();
            int[] expected = IntStream.range(0, length)
                    .boxed()
                    .sorted(Comparator.comparingInt(row -> keys[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();

            int[] rows = IntStream.range(0, length).toArray();
            MergeSort.sort(rows, (a, b) -> Integer.compare(keys[a], keys[b]));

            assertThat(rows).isEqualTo(expected);
        }
    }
}
