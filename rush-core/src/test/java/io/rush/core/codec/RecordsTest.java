package io.rush.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("ArrayRecordComponent") // users have such records
class RecordsTest {
    private enum Kernel {
        MATERN
    }

    private record Layer(int units, Optional<String> name) {}

    private record Network(List<Layer> layers, double[] rates, int[][] grid, Map<String, Layer> named, Kernel kernel) {}

    private record Everything(
            byte b,
            short s,
            int i,
            long l,
            float f,
            double d,
            char c,
            boolean flag,
            String text,
            BigInteger whole,
            BigDecimal decimal,
            Instant at,
            byte[] bytes,
            Object any,
            Number number,
            Set<Kernel> kernels) {}

    private record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    private record Box<T>(T value) {}

    private record OfInt(int v) {}

    private record OfLong(Long v) {}

    private record OfShort(short v) {}

    private record OfByte(byte v) {}

    private record OfDouble(double v) {}

    private record OfFloat(float v) {}

    private record OfDecimal(BigDecimal v) {}

    private record OfWhole(BigInteger v) {}

    private record OfKernel(Kernel v) {}

    private record OfChar(char v) {}

    private record OfText(String v) {}

    private record OfOptional(Optional<Long> v) {}

    @Test
    void everyComponentTypeReturnsAsItWent() {
        Everything values = new Everything(
                (byte) -1,
                (short) 2,
                3,
                Long.MIN_VALUE,
                0.1f,
                -1e-300,
                'x',
                true,
                "text",
                BigInteger.TEN,
                new BigDecimal("1.50"),
                Instant.EPOCH,
                new byte[] {1},
                "any",
                7L,
                Set.of(Kernel.MATERN));

        assertThat(Records.toRecord(Records.toMap(values), Everything.class))
                .usingRecursiveComparison()
                .isEqualTo(values);
    }

    @Test
    void nestedRecordsListsArraysAndMapsAreConverted() {
        Network network = new Network(
                List.of(new Layer(8, Optional.of("in")), new Layer(4, Optional.empty())),
                new double[] {0.1, 1},
                new int[][] {{1, 2}, {}},
                Map.of("out", new Layer(1, Optional.empty())),
                Kernel.MATERN);

        Map<String, Object> values = Records.toMap(network);

        assertThat(values.get("layers")).isEqualTo(List.of(Map.of("units", 8L, "name", "in"), Map.of("units", 4L)));
        assertThat(Records.toRecord(values, Network.class))
                .usingRecursiveComparison()
                .isEqualTo(network);
    }

    @Test
    void aGenericComponentTakesAnyMemberOfTheValueModel() {
        assertThat(Records.toRecord(Map.of("value", List.of(1L)), Box.class).value())
                .isEqualTo(List.of(1L));
    }

    static Stream<Arguments> conversions() {
        return Stream.of(
                Arguments.of(5.0, new OfInt(5)),
                Arguments.of(5.0, new OfLong(5L)),
                Arguments.of(BigInteger.valueOf(Long.MIN_VALUE), new OfLong(Long.MIN_VALUE)),
                Arguments.of(new BigDecimal("5.00"), new OfInt(5)),
                Arguments.of((long) Short.MAX_VALUE, new OfShort(Short.MAX_VALUE)),
                Arguments.of(-128L, new OfByte((byte) -128)),
                Arguments.of(1L << 53, new OfDouble(0x1p53)),
                Arguments.of(1L << 60, new OfDouble(0x1p60)),
                Arguments.of(new BigDecimal("0.5"), new OfDouble(0.5)),
                Arguments.of(0.1, new OfFloat(0.1f)),
                Arguments.of((double) 0.1f, new OfFloat(0.1f)),
                Arguments.of(Double.NaN, new OfFloat(Float.NaN)),
                Arguments.of(0.1, new OfDecimal(new BigDecimal("0.1"))),
                Arguments.of(3L, new OfDecimal(new BigDecimal("3"))),
                Arguments.of(3.0, new OfWhole(BigInteger.valueOf(3))),
                Arguments.of("MATERN", new OfKernel(Kernel.MATERN)),
                Arguments.of(5.0, new OfOptional(Optional.of(5L))));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void whatLosesNothingIsConverted(Object value, Record expected) {
        assertThat(Records.toRecord(Map.of("v", value), expected.getClass())).isEqualTo(expected);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(1L << 31, OfInt.class),
                Arguments.of(2.5, OfInt.class),
                Arguments.of(Double.NaN, OfInt.class),
                Arguments.of(0x1p63, OfLong.class),
                Arguments.of(new BigDecimal("1E+1000000000"), OfLong.class),
                Arguments.of(BigInteger.TWO.pow(63), OfLong.class),
                Arguments.of(40_000L, OfShort.class),
                Arguments.of(200L, OfByte.class),
                Arguments.of((1L << 53) + 1, OfDouble.class),
                Arguments.of(Long.MAX_VALUE, OfDouble.class),
                Arguments.of(new BigDecimal("0.1"), OfDouble.class),
                Arguments.of(1e300, OfFloat.class),
                Arguments.of(0.12345678901, OfFloat.class),
                Arguments.of(Double.POSITIVE_INFINITY, OfDecimal.class),
                Arguments.of(1.5, OfWhole.class),
                Arguments.of("matern", OfKernel.class),
                Arguments.of("ab", OfChar.class),
                Arguments.of(1L, OfText.class),
                Arguments.of(true, OfInt.class),
                Arguments.of("1", OfInt.class),
                Arguments.of(List.of(1L), OfInt.class),
                Arguments.of(Map.of(), OfText.class));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatWouldLoseSomethingIsRefusedWithItsPath(Object value, Class<? extends Record> type) {
        assertThatThrownBy(() -> Records.toRecord("xs", Map.of("v", value), type))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        refused -> assertThat(refused.path()).isEqualTo("xs.v"))
                .hasMessageContaining("does not fit");
    }

    @Test
    void aNestedMisfitIsNamedExactly() {
        Map<String, Object> values = Map.of("layers", List.of(Map.of("units", 1L), Map.of("units", "many")));

        assertThatThrownBy(() -> Records.toRecord("xs", values, Network.class))
                .hasMessage("xs.layers[1].units: the string 'many' does not fit a component of type java.lang.Integer");
    }

    @Test
    void aMissingComponentIsNamedUnlessItIsOptional() {
        assertThat(Records.toRecord(Map.of("units", 1L), Layer.class)).isEqualTo(new Layer(1, Optional.empty()));
        assertThatThrownBy(() -> Records.toRecord(Map.of("name", "in"), Layer.class))
                .hasMessage("units: there is no value for component 'units'");
        assertThatThrownBy(() -> Records.toRecord(Map.of(), OfText.class))
                .hasMessage("v: there is no value for component 'v'");
    }

    @Test
    void nullFitsEveryComponentButAPrimitive() {
        Map<String, Object> none = Collections.singletonMap("v", null);

        assertThat(Records.toRecord(none, OfText.class)).isEqualTo(new OfText(null));
        assertThat(Records.toRecord(none, OfOptional.class)).isEqualTo(new OfOptional(Optional.empty()));
        assertThatThrownBy(() -> Records.toRecord(none, OfInt.class))
                .hasMessage("v: null does not fit a component of type int");
    }

    @Test
    void nullElementsFitListsButNotPrimitiveArrays() {
        record Lists(List<Long> list) {}
        record Arrayed(long[] list) {}
        Map<String, Object> values = Map.of("list", Arrays.asList(1L, null));

        assertThat(Records.toRecord(values, Lists.class).list()).containsExactly(1L, null);
        assertThatThrownBy(() -> Records.toRecord(values, Arrayed.class)).hasMessageStartingWith("list[1]: null");
    }

    @Test
    void aConstructorThatThrowsIsReportedWithItsReason() {
        assertThat(Records.toRecord(Map.of("value", 1L), Positive.class)).isEqualTo(new Positive(1));
        assertThatThrownBy(() -> Records.toRecord("xs", Map.of("value", -1L), Positive.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("xs: ")
                .hasMessageContaining("not positive")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesWithoutAComponentArePassedOver() {
        assertThat(Records.toRecord(Map.of("v", 1L, "more", "x"), OfInt.class)).isEqualTo(new OfInt(1));
    }
}
