package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TailTest {
    private final Tail tail = new Tail();

    @Test
    void fewLinesAreKeptWhole() {
        tail.add("first");
        tail.add("second");

        assertThat(tail.text()).isEqualTo("first\nsecond\n");
    }

    @Test
    void ofManyLinesTheLastCharactersAreKept() {
        for (int i = 0; i < 10_000; i++) {
            tail.add("line " + i);
        }

        assertThat(tail.text()).hasSize(Tail.LIMIT).endsWith("line 9998\nline 9999\n");
    }

    @Test
    void ofOneLongLineTheEndIsKept() {
        tail.add("x".repeat(3 * Tail.LIMIT) + "end");

        assertThat(tail.text()).hasSize(Tail.LIMIT).endsWith("xend\n");
    }
}
