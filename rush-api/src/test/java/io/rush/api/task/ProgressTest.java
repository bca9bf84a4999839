package io.rush.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A report of progress estimates what is left. */
class ProgressTest {
    @Test
    void theRestGoesAtTheSameRate() {
        Progress progress = new Progress(Awaited.TASKS, 25, 1, 100, Duration.ofSeconds(10), 2.5, false);

        assertThat(progress.fraction()).isEqualTo(0.25);
        assertThat(progress.remaining()).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void thereIsNoEstimateWithoutARate() {
        assertThat(new Progress(Awaited.TASKS, 0, 0, 100, Duration.ofSeconds(10), 0, false).remaining())
                .isEmpty();
        assertThat(new Progress(Awaited.TASKS, 0, 0, 100, Duration.ofSeconds(10), Double.MIN_VALUE, false).remaining())
                .isEmpty();
    }

    @Test
    void noTasksAreAllDone() {
        assertThat(new Progress(Awaited.TASKS, 0, 0, 0, Duration.ZERO, 0, true).fraction())
                .isEqualTo(1);
    }
}
