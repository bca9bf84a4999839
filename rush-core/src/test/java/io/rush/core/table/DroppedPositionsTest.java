package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DroppedPositionsTest {
    @Test
    void theFirstInARangeIsFoundOrItsEnd() {
        DroppedPositions dropped = DroppedPositions.of(7, 3);

        assertThat(dropped.firstIn(0, 10)).isEqualTo(3);
        assertThat(dropped.firstIn(3, 10)).isEqualTo(3);
        assertThat(dropped.firstIn(4, 10)).isEqualTo(7);
        assertThat(dropped.firstIn(4, 6)).isEqualTo(6);
        assertThat(dropped.firstIn(8, 10)).isEqualTo(10);
    }

    @Test
    void onePositionMoreLeavesTheOthersAsTheyAre() {
        DroppedPositions before = DroppedPositions.of(3);
        DroppedPositions after = before.with(1);

        assertThat(before.firstIn(0, 10)).isEqualTo(3);
        assertThat(after.firstIn(0, 10)).isEqualTo(1);
        assertThat(after.firstIn(2, 10)).isEqualTo(3);
    }
}
