package io.rush.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LatinHypercubeTest {
    private static final int POINTS = 50;

    private final List<Point> design = new LatinHypercube(1).sample(POINTS, Branin.X1, Branin.X2);

    @Test
    void everyStripOfEachAxisHasOnePoint() {
        assertThat(strips(Point::x1, Branin.X1)).hasSize(POINTS).allMatch(strip -> strip >= 0 && strip < POINTS);
        assertThat(strips(Point::x2, Branin.X2)).hasSize(POINTS).allMatch(strip -> strip >= 0 && strip < POINTS);
    }

    private List<Integer> strips(ToDoubleFunction<Point> axis, Interval interval) {
        return design.stream()
                .map(point -> (int) ((axis.applyAsDouble(point) - interval.lower()) / interval.width() * POINTS))
                .distinct()
                .toList();
    }

    @Test
    void theSeedAloneDecidesTheDesign() {
        assertThat(new LatinHypercube(1).sample(POINTS, Branin.X1, Branin.X2)).isEqualTo(design);
        assertThat(new LatinHypercube(2).sample(POINTS, Branin.X1, Branin.X2)).isNotEqualTo(design);
    }
}
