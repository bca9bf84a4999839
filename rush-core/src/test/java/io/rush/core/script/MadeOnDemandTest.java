package io.rush.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeOnDemandTest {
    private final List<Integer> made = new ArrayList<>();
    private final List<String> list = new MadeOnDemand<>(3, index -> {
        made.add(index);
        return "element " + index;
    });

    @Test
    void nothingIsMadeBeforeSomebodyAsks() {
        assertThat(list.size()).isEqualTo(3);
        assertThat(made).isEmpty();
    }

    @Test
    void eachElementIsMadeInItsTurn() {
        for (String element : list) {
            assertThat(element).isEqualTo("element " + (made.size() - 1));
        }
        assertThat(made).containsExactly(0, 1, 2);
    }

    @Test
    void theLastOneIsKept() {
        assertThat(list.get(1)).isSameAs(list.get(1));
        assertThat(list.get(0)).isEqualTo("element 0");
        assertThat(made).containsExactly(1, 0);
    }

    @Test
    void thereIsNothingBeyondTheEnd() {
        assertThatThrownBy(() -> list.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(made).isEmpty();
    }
}
