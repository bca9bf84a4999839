package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePumpTest {
    @Test
    void linesComeWithoutTheirEnds() {
        assertThat(linesOf("one\r\n\ntwo\n")).containsExactly("one", "", "two");
    }

    @Test
    void aLastLineNeedsNoEnd() {
        assertThat(linesOf("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void aLongLineComesInPieces() {
        List<String> lines = linesOf("x".repeat(LinePump.LONGEST_LINE + 1));

        assertThat(lines).containsExactly("x".repeat(LinePump.LONGEST_LINE), "x");
    }

    private static List<String> linesOf(String text) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        LinePump pump =
                LinePump.start("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), lines::add);
        pump.awaitEnd(Duration.ofMinutes(1));
        return lines;
    }
}
