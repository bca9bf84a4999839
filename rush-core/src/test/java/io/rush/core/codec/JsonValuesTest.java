package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private final JsonValues json = new JsonValues();

    enum Kernel {
        MATERN,
        GAUSS {
            @Override
            public String toString() {
                return "not the name";
            }
        }
    }

    record Layer(int units, String activation, Optional<Double> dropout) {}

    static Stream<Object> members() {
        return Stream.of(
                "",
                "text",
                "Grüße, 数据 😀 \u0000\u001f\"\\/\n\u2028",
                "$int",
                true,
                false,
                0L,
                5L,
                -1L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                (1L << 53) + 1,
                0.0,
                -0.0,
                5.0,
                0.1,
                1e300,
                -1e-300,
                1e22,
                123456789012345680.0,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                2.225073858507201E-308,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                BigInteger.valueOf(5),
                BigInteger.TEN.pow(2000).negate(),
                new BigDecimal("5.00"),
                new BigDecimal("5"),
                new BigDecimal("1E+1000000000"),
                new BigDecimal("-0.000"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.MIN,
                Instant.MAX,
                Instant.ofEpochSecond(-1, 1),
                List.of(),
                Map.of(),
                List.of(1L, 1.0, "1", true, List.of(List.of())),
                Map.of("$int", "5"),
                Map.of("$", 1L),
                Map.of("$$", 1L),
                Map.of("", "empty name"),
                Map.of("a", Map.of("$bytes", List.of(new BigDecimal("1.0"), BigInteger.ONE, Instant.EPOCH))));
    }

    @ParameterizedTest
    @MethodSource("members")
    void everyMemberOfTheValueModelReturnsAsItWent(Object value) {
        Object nested = Map.of("$k", List.of(value, Map.of("v", value)));

        assertThat(json.decodeValue(json.encodeValue("v", value))).isEqualTo(value);
        assertThat(json.decodeValue(json.encodeValue("v", nested))).isEqualTo(nested);
        assertThat(json.decode(json.encode(Map.of("name", value)))).isEqualTo(Map.of("name", value));
    }

    @Test
    void bytesReturnAsTheyWent() {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThat((byte[]) json.decodeValue(json.encodeValue("v", part))).isEqualTo(part);
        }
    }

    @Test
    void anyDoubleReturnsBitForBit() {
        Random random = new Random(7);
        double[] numbers =
                random.longs(20_000).mapToDouble(Double::longBitsToDouble).toArray();

        List<?> back = (List<?>) json.decodeValue(json.encodeValue("v", numbers));

        for (int i = 0; i < numbers.length; i++) {
            assertThat(back.get(i)).isEqualTo(numbers[i]);
        }
    }

    @Test
    void nullsAndOrderAreKept() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", null);
        values.put("a", Arrays.asList(null, 1L, null));
        values.put("m", Collections.singletonMap("inner", null));

        Map<String, Object> back = json.decode(json.encode(values));

        assertThat(back).isEqualTo(values);
        assertThat(back.keySet()).containsExactly("z", "a", "m");
        assertThat(json.decodeValue(json.encodeValue("v", null))).isNull();
    }

    @Test
    void theWireFormIsReadableJson() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("l", 5);
        values.put("d", 5.0);
        values.put("nan", Double.NaN);
        values.put("up", Double.POSITIVE_INFINITY);
        values.put("down", Double.NEGATIVE_INFINITY);
        values.put("int", BigInteger.valueOf(5));
        values.put("dec", new BigDecimal("5.00"));
        values.put("at", Instant.parse("2026-01-01T00:00:00Z"));
        values.put("bytes", new byte[] {1, 2, 3, 4});
        values.put("$cost", "€");

        assertThat(new String(json.encode(values), UTF_8))
                .isEqualTo("{\"l\":5,\"d\":5.0,\"nan\":NaN,\"up\":Infinity,\"down\":-Infinity,"
                        + "\"int\":{\"$int\":\"5\"},\"dec\":{\"$dec\":\"5.00\"},"
                        + "\"at\":{\"$instant\":\"2026-01-01T00:00:00Z\"},\"bytes\":{\"$bytes\":\"AQIDBA==\"},"
                        + "\"$$cost\":\"€\"}");
    }

    static Stream<List<Object>> acceptedKin() {
        return Stream.of(
                List.of((byte) 1, 1L),
                List.of((short) -2, -2L),
                List.of(3, 3L),
                List.of(0.1f, 0.1),
                List.of(Float.MIN_VALUE, 1.4E-45),
                List.of(Float.NaN, Double.NaN),
                List.of('x', "x"),
                List.of(Kernel.MATERN, "MATERN"),
                List.of(Kernel.GAUSS, "GAUSS"),
                List.of(new int[] {1, 2}, List.of(1L, 2L)),
                List.of(new float[] {0.5f}, List.of(0.5)),
                List.of(new boolean[] {true}, List.of(true)),
                List.of(new char[] {'a', 'b'}, List.of("a", "b")),
                List.of(new double[][] {{1}, {}}, List.of(List.of(1.0), List.of())),
                List.of(new String[] {"a"}, List.of("a")),
                List.of(new Kernel[] {Kernel.MATERN}, List.of("MATERN")),
                List.of(new ArrayDeque<>(List.of(1, 2)), List.of(1L, 2L)),
                List.of(
                        new Layer(8, "relu", Optional.of(0.5)),
                        Map.of("units", 8L, "activation", "relu", "dropout", 0.5)),
                List.of(new Layer(8, "relu", Optional.empty()), Map.of("units", 8L, "activation", "relu")));
    }

    @ParameterizedTest
    @MethodSource("acceptedKin")
    void kinOfTheValueModelComesBackAsItsMember(List<Object> given) {
        assertThat(json.decodeValue(json.encodeValue("v", given.get(0)))).isEqualTo(given.get(1));
    }

    @Test
    void namedValuesAreMapsOrRecordsOnly() {
        assertThat(json.toNamed("xs[0]", new Layer(1, "id", Optional.empty())))
                .isEqualTo(Map.of("units", 1L, "activation", "id"));
        assertThat(json.toNamed("xs[0]", Map.of("$int", 5))).isEqualTo(Map.of("$int", 5L));
        assertRefused("xs[3]", "Map<String, ?> or a record, not java.lang.Integer", () -> json.encodeNamed("xs[3]", 5));
        assertRefused("xs[3]", "Map<String, ?> or a record, not null", () -> json.encodeNamed("xs[3]", null));
    }

    @Test
    void aRefusalNamesTheExactPath() {
        Map<String, Object> xs = Map.of("layers", List.of(Map.of("units", Thread.currentThread())));

        assertRefused("xs[3].layers[0].units", "java.lang.Thread", () -> json.encode("xs[3]", xs));
        assertRefused("layers[0].units", "java.lang.Thread", () -> json.encode(xs));
        assertRefused("v", "java.lang.Object", () -> json.encodeValue("v", new Object()));
        assertRefused("v[1]", "java.lang.Object", () -> json.encodeValue("v", new Object[] {1, new Object()}));
        assertRefused(
                "v[0].a.b",
                "AtomicLong",
                () -> json.encodeValue(
                        "v", List.of(Map.of("a", Map.of("b", new java.util.concurrent.atomic.AtomicLong())))));
        assertRefused(
                "xs[0][\"learning rate\"]",
                "Object",
                () -> json.encode("xs[0]", Map.of("learning rate", new Object())));
    }

    @Test
    void aPathIsExactAfterSiblingsThatWereAccepted() {
        Map<String, Object> xs = new LinkedHashMap<>();
        xs.put("a", List.of(1, Map.of("deep", List.of(2))));
        xs.put("b", new Object());

        assertRefused("xs[0].b", "java.lang.Object", () -> json.encode("xs[0]", xs));
    }

    @Test
    void anOptionalIsRefusedUnlessItIsARecordsComponent() {
        assertRefused("v.o", "Optional", () -> json.encodeValue("v", Map.of("o", Optional.of(1))));
    }

    @Test
    void mapKeysThatAreNotStringsAreRefused() {
        assertRefused("v.m", "found 5 of java.lang.Integer", () -> json.encodeValue("v", Map.of("m", Map.of(5, 5))));
        assertRefused("v", "found null", () -> json.encodeValue("v", Collections.singletonMap(null, 1)));
    }

    @Test
    void aCycleIsRefusedWithTheBeginningOfItsPath() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(Map.of("again", cycle));

        assertThatThrownBy(() -> json.encodeValue("v", cycle))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        refused -> assertThat(refused.path())
                                .startsWith("v[0].again[0].again")
                                .hasSizeLessThan(200))
                .hasMessageContaining("500");
    }

    @Test
    void valuesAtTheDepthLimitReturn() {
        Object value = BigInteger.ONE;
        for (int i = 0; i < ValuePath.DEPTH_LIMIT; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("m", value);
        }
        Object deepest = value;

        assertThat(json.decodeValue(json.encodeValue("v", deepest))).isEqualTo(deepest);
        assertRefused("nested", () -> json.encodeValue("v", List.of(deepest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\ud83d\ude00\ud83d", "\udc00\ud800"})
    void halvesOfSurrogatePairsAreRefused(String text) {
        assertRefused("v[0]", "surrogate", () -> json.encodeValue("v", List.of(text)));
        assertRefused("v", "surrogate", () -> json.encodeValue("v", Map.of(text, 1)));
        assertRefused("v", "surrogate", () -> json.encodeValue("v", text.charAt(text.length() - 1)));
    }

    @Test
    void textsAndBytesOfAHundredMegabytesPass() {
        String text = "0123456789".repeat(10_500_000);
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(json.decodeValue(json.encodeValue("v", text))).isEqualTo(text);
        assertThat(Arrays.equals((byte[]) json.decodeValue(json.encodeValue("v", bytes)), bytes))
                .isTrue();
    }

    @Test
    void namesMayBeLong() {
        Map<String, Object> values = Map.of("n".repeat(200_000), 1L);

        assertThat(json.decode(json.encode(values))).isEqualTo(values);
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Map<String, Object> back =
                json.decode(json.encode(Map.of("list", List.of(1, List.of(2)), "map", Map.of("a", 1))));

        assertThat(back).isUnmodifiable();
        assertThat((Map<?, ?>) back.get("map")).isUnmodifiable();
        List<?> list = (List<?>) back.get("list");
        assertThat(list).isUnmodifiable();
        assertThat((List<?>) list.get(1)).isUnmodifiable();
    }

    @Test
    void everyTruncationIsAnError() {
        byte[] whole = json.encode(Map.of("list", List.of(1.5, "text", new byte[] {1, 2, 3}), "at", Instant.EPOCH));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> json.decode("xs", cut))
                    .isInstanceOfSatisfying(
                            SerializationException.class,
                            damaged -> assertThat(damaged.path()).startsWith("xs"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "1 2",
                "{} {}",
                "[1",
                "\"\\q\"",
                "01",
                "1.",
                "'a'",
                "9223372036854775808",
                "{\"a\":1,\"a\":2}",
                "{\"$int\":5}",
                "{\"$int\":\"x\"}",
                "{\"$int\":\"1\",\"b\":2}",
                "{\"$dec\":\"\"}",
                "{\"$instant\":\"yesterday\"}",
                "{\"$bytes\":\"*\"}",
                "{\"$what\":\"1\"}",
                "{\"$\":\"1\"}",
                "{\"a\":1,\"$int\":\"1\"}",
                "{\"$int\":\"1\"",
                "]",
                "}"
            })
    void damagedTextIsAnError(String text) {
        assertThatThrownBy(() -> json.decodeValue(text.getBytes(UTF_8))).isInstanceOf(SerializationException.class);
    }

    @Test
    void invalidUtf8IsAnError() {
        assertThatThrownBy(() -> json.decodeValue(new byte[] {'"', (byte) 0xC3, '"'}))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"a\"", "{\"$int\":\"5\"}"})
    void namedValuesAreAnObjectWithoutAMarker(String text) {
        assertThatThrownBy(() -> json.decode("ys", text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        damaged -> assertThat(damaged.path()).isEqualTo("ys"));
    }

    @Test
    void anErrorInStoredTextNamesWhereItStands() {
        byte[] text = "{\"a\":[1,{\"b\":{\"$dec\":\"x\"}}]}".getBytes(UTF_8);

        assertRefused("ys.a[1].b", "malformed", () -> json.decode("ys", text));
    }

    @Test
    void anEarlierRefusalLeavesTheCodecUsable() {
        for (int i = 0; i < 1000; i++) {
            assertRefused("java.lang.Object", () -> json.encode(Map.of("a", List.of(new Object()))));
        }

        assertThat(json.decode(json.encode(Map.of("a", 1)))).isEqualTo(Map.of("a", 1L));
    }

    private static void assertRefused(String messagePart, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(SerializationException.class).hasMessageContaining(messagePart);
    }

    private static void assertRefused(String path, String messagePart, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        refused -> assertThat(refused.path()).isEqualTo(path))
                .hasMessageContaining(messagePart);
    }
}
