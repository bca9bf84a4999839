package io.rush.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDifferenceTest {
    private static final String TEXT = """
            module m
                exports p

            p.A
                public interface
                method public int size()
                method public void close()

            p.B
                public record
            """;

    @Test
    void saysWhatWasAddedAndRemoved() {
        String after = """
                module m
                    exports p
                    exports q

                p.A
                    public interface
                    method public long size()
                    method public void close()

                q.C
                    public record
                """;

        assertThat(ApiDifference.between(TEXT, after).words())
                .containsExactly(
                        "added to module m: exports q",
                        "removed from p.A: method public int size()",
                        "added to p.A: method public long size()",
                        "removed p.B",
                        "added q.C");
    }

    @Test
    void theSameDiffersInNothing() {
        assertThat(ApiDifference.between(TEXT, TEXT).words()).isEmpty();
    }
}
