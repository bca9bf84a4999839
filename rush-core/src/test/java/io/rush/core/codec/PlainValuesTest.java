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
    void neverTakesMoreBytesThanSaid() {
        Map<String, Object> longest =
                Map.of("\u0001\u0002", "\u0001\uffff\n", "n", Long.MIN_VALUE, "d", -1.7976931348623157E308);
        int size = new JsonValues().encode(longest).length;

        assertThat(PlainValues.fitWithin(longest, size - 1)).isFalse();
        assertThat(PlainValues.fitWithin(longest, 1000)).isTrue();
        assertThat(PlainValues.fitWithin(Map.of("a", "x".repeat(1000)), 1000)).isFalse();
        assertThat(PlainValues.fitWithin(new Point(1), 1000)).isFalse();
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
