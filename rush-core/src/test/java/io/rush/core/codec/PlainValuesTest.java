package io.rush.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlainValuesTest {
    record Point(double x) {}

    @Test
    void numbersBooleansAndTextsInMapsOfTheJdkArePlain() {
        assertThat(PlainValues.are(Map.of("a", 1.5, "b", 1, "c", 1L, "d", true, "e", "text")))
                .isTrue();
        assertThat(PlainValues.are(new TreeMap<>(Map.of("a", Double.NaN)))).isTrue();
        assertThat(PlainValues.are(Map.of())).isTrue();
    }

    @Test
    void whatMayBeRefusedIsNotPlain() {
        assertThat(PlainValues.are(Map.of("a", "half \ud800 pair"))).isFalse();
        assertThat(PlainValues.are(Map.of("half \ud800 pair", 1))).isFalse();
        assertThat(PlainValues.are(Map.of(1, 1))).isFalse();
        assertThat(PlainValues.are(Map.of("a", new Object()))).isFalse();
        assertThat(PlainValues.are(null)).isFalse();
    }

    @Test
    void whatMayReadOtherwiseTheSecondTimeIsNotPlain() {
        assertThat(PlainValues.are(new Point(1))).isFalse();
        assertThat(PlainValues.are(Map.of("a", List.of()))).isFalse();
        assertThat(PlainValues.are(Collections.singletonMap("a", new byte[1]))).isFalse();
        assertThat(PlainValues.are(new AbstractMap<String, Object>() {
                    @Override
                    public Set<Entry<String, Object>> entrySet() {
                        return Map.<String, Object>of("a", 1).entrySet();
                    }
                }))
                .isFalse();
    }
}
