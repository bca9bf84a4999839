package io.rush.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Points that fill the plane evenly: cut each axis into as many strips as there are points, and every strip has one. */
final class LatinHypercube {
    private final Random random;

    /** A design that depends on the seed alone. */
    LatinHypercube(long seed) {
        this.random = new Random(seed);
    }

    List<Point> sample(int points, Interval first, Interval second) {
        double[] x1 = axis(points, first);
        double[] x2 = axis(points, second);
        return IntStream.range(0, points).mapToObj(i -> new Point(x1[i], x2[i])).toList();
    }

    private double[] axis(int points, Interval interval) {
        List<Integer> strips =
                new ArrayList<>(IntStream.range(0, points).boxed().toList());
        Collections.shuffle(strips, random);
        return strips.stream()
                .mapToDouble(strip -> interval.at((strip + random.nextDouble()) / points))
                .toArray();
    }
}
