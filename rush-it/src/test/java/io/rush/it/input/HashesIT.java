package io.rush.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Hashes;
import io.rush.api.Rush;
import io.rush.it.support.TestNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes into hashes and comes out, flattened and nested. */
class HashesIT {
    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final Hashes hashes = rush.hashes();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Test
    void oneElementHoldsForAllHashes() {
        List<String> keys = hashes.write(Map.of("a", List.of(1L, 2L), "b", List.of("all")));

        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(hashes.readNested(keys, List.of("a", "b")))
                .containsExactly(Map.of("a", 1L, "b", "all"), Map.of("a", 2L, "b", "all"));
    }

    @Test
    void fieldsWithNamedValuesSpread() {
        List<String> keys = hashes.write(Map.of(
                "xs", List.of(Map.of("x1", 1L, "x2", 2L)), "ys", List.of(Map.of("y", 3.5)), "note", List.of("n")));

        assertThat(hashes.read(keys, List.of("xs", "ys", "note")))
                .containsExactly(Map.of("x1", 1L, "x2", 2L, "y", 3.5, "note", "n"));
        assertThat(hashes.readNested(keys.get(0), List.of("xs", "ys", "note")))
                .isEqualTo(Map.of("xs", Map.of("x1", 1L, "x2", 2L), "ys", Map.of("y", 3.5), "note", "n"));
    }

    @Test
    void aNameInSeveralFieldsIsQualified() {
        List<String> keys = hashes.write(Map.of("xs", List.of(Map.of("v", 1L)), "ys", List.of(Map.of("v", 2L))));

        assertThat(hashes.read(keys, List.of("xs", "ys"))).containsExactly(Map.of("xs.v", 1L, "ys.v", 2L));
    }

    @Test
    void listsStayListsInBothForms() {
        List<String> keys = hashes.write(
                Map.of("sizes", List.of(List.of(1L, 2L), List.of()), "xs", List.of(Map.of("l", List.of(4L)))));

        assertThat(hashes.read(keys, List.of("sizes", "xs")))
                .containsExactly(
                        Map.of("sizes", List.of(1L, 2L), "l", List.of(4L)),
                        Map.of("sizes", List.of(), "l", List.of(4L)));
        assertThat(hashes.readNested(keys, List.of("sizes")))
                .containsExactly(Map.of("sizes", List.of(1L, 2L)), Map.of("sizes", List.of()));
    }

    @Test
    void fieldsUnderGivenKeysAreReplaced() {
        hashes.write(Map.of("a", List.of(1L), "b", List.of(2L)), List.of("k"));
        hashes.write(Map.of("a", List.of(9L)), List.of("k"));

        assertThat(hashes.readNested("k", List.of("a", "b"))).isEqualTo(Map.of("a", 9L, "b", 2L));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        String key = hashes.write(Map.of("a", List.of(1L))).get(0);

        assertThat(hashes.read(List.of("nothing", key), List.of("a", "b"))).containsExactly(Map.of(), Map.of("a", 1L));
        assertThat(hashes.readNested("nothing", List.of("a"))).isEmpty();
    }

    @Test
    void theHashOfATaskCanBeRead() {
        String key = rush.tasks()
                .pushFinished(List.of(Map.of("x", 1L)), List.of(Map.of("y", 2L)))
                .get(0);

        assertThat(hashes.read(List.of(key), List.of("xs", "ys"))).containsExactly(Map.of("x", 1L, "y", 2L));
    }

    @Test
    void aResetDeletesThem() {
        hashes.write(Map.of("a", List.of(1L, 2L, 3L)));
        assertThat(network.keyNames()).isNotEmpty();

        rush.reset();

        assertThat(network.keyNames()).isEmpty();
    }
}
