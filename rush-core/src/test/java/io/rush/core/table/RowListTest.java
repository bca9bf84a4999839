package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowListTest {
    @Test
    void theRowsOfATableCannotBeChanged() {
        assertThat(ColumnarTable.of(List.of(), Set.of()).rows())
                .isUnmodifiable()
                .isInstanceOf(RandomAccess.class);
    }
}
