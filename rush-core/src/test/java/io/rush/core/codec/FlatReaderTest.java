package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.SerializationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of reading against the one that knows everything. */
class FlatReaderTest {
    private static final JsonValues JSON = new JsonValues();
    private static final int DOCUMENTS = 20_000;
    private static final List<String> NAMES =
            List.of("x", "y", "x1", "learning rate", "ä", "", "$x", "a\"b", "c\\d", "new\nline", "_", "x.y", "名");

    private final Members members = new Members();
    private final FlatReader<String> reader = new FlatReader<>(members);

    /** What was read, or nothing where it has to be read by other means. */
    private Optional<Map<String, Object>> read(byte[] json) {
        members.read.clear();
        return reader.read(json) ? Optional.of(new LinkedHashMap<>(members.read)) : Optional.empty();
    }

    private Optional<Map<String, Object>> read(String json) {
        return read(json.replace('\'', '"').getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'x':1}",
                "{'x':-0,'y':0,'z':999999999999999999}",
                "{'x':0.5,'y':-1.25E-7,'z':1e5,'u':0.0,'v':-0.0}",
                "{'x':0.1234567890123456789012345,'y':123456789012345678.9}",
                "{'x':1.7976931348623157E308,'y':4.9E-324,'z':1E999}",
                "{'s':'text','t':'','b':true,'c':false,'n':null}",
                "{'a name':1,'b.c':2}"
            })
    void whatTasksMostlyHaveIsReadQuickly(String json) {
        assertThat(read(json)).contains(JSON.decode(json.replace('\'', '"').getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "{,}",
                "{'x':1,}",
                "{'x':}",
                "{'x'}",
                "{'x':01}",
                "{'x':1.}",
                "{'x':.5}",
                "{'x':-}",
                "{'x':+1}",
                "{'x':1e}",
                "{'x':1e+}",
                "{'x':1 }",
                "{'x':1}}",
                "{'x':1}{}",
                "{'x':tru}",
                "{'x':truex}",
                "{'x':nul}",
                "{'x':'}",
                "{'x':'a}",
                "{'x:1}",
                "{x:1}",
                "{'x':1'y':2}",
                "[1]",
                "null",
                "{'x':9999999999999999999}"
            })
    void whatIsDamagedIsLeftToOthers(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'x':NaN}",
                "{'x':-Infinity}",
                "{'x':[1]}",
                "{'x':{'$int':'5'}}",
                "{'$$x':1}",
                "{'ä':1}",
                "{'x':'ä'}",
                "{'x':'a\\n'}",
                "{'a\\\\b':1}",
                "{ 'x':1}",
                "{'':1}",
                "{'x':9223372036854775807}"
            })
    void whatIsRareIsLeftToOthers(String json) {
        assertThat(read(json)).isEmpty();
        assertThat(JSON.decode(json.replace('\'', '"').getBytes(UTF_8))).hasSize(1);
    }

    @Test
    void namesMayChangeFromOneObjectToTheNext() {
        assertThat(read("{'x':1,'y':2}")).contains(Map.of("x", 1L, "y", 2L));
        assertThat(read("{'y':3,'x':4}")).contains(Map.of("x", 4L, "y", 3L));
        assertThat(read("{'xx':5}")).contains(Map.of("xx", 5L));
        assertThat(read("{'x':1,'y':2,'z':3,'a':4,'b':5,'c':6,'d':7,'e':8,'f':9,'g':10}")
                        .orElseThrow())
                .containsOnlyKeys("x", "y", "z", "a", "b", "c", "d", "e", "f", "g");
        assertThat(read("{'x':6}")).contains(Map.of("x", 6L));
        assertThat(members.asked).hasSizeLessThan(20);
    }

    @Test
    void aNameThatRecursIsLookedUpOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(read("{'x':" + i + ",'y':true}")).contains(Map.of("x", (long) i, "y", true));
        }

        assertThat(members.asked).containsExactly("x", "y");
    }

    @Test
    void randomDocumentsAreReadAsTheOtherReaderReadsThem() {
        Random random = new Random(20_261_124);
        int quick = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] json = JSON.encode(randomMembers(random));
            Optional<Map<String, Object>> read = read(json);
            if (read.isPresent()) {
                quick++;
                assertSame(json, read.get());
            }
        }
        assertThat(quick).isBetween(DOCUMENTS / 10, DOCUMENTS - 1);
    }

    @Test
    void randomlyDamagedDocumentsAreRefusedByBothOrReadAlike() {
        Random random = new Random(11_242_026);
        byte[] alphabet = "{}[]\",:.-+eE0123456789 \\tfn$x\u0000\u00e4".getBytes(UTF_8);
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] json = JSON.encode(randomMembers(random));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                json[random.nextInt(json.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
            Optional<Map<String, Object>> read = readUnlessTwice(cut);
            read.ifPresent(found -> assertSame(cut, found));
        }
    }

    private Optional<Map<String, Object>> readUnlessTwice(byte[] json) {
        try {
            return read(json);
        } catch (SerializationException twice) {
            return Optional.empty();
        }
    }

    private static void assertSame(byte[] json, Map<String, Object> read) {
        Map<String, Object> expected = JSON.decode(json);
        assertThat(read).as(new String(json, UTF_8)).isEqualTo(expected);
        assertThat(read.keySet()).containsExactlyElementsOf(expected.keySet());
    }

    private static Map<String, @Nullable Object> randomMembers(Random random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int odd = random.nextInt(8) == 0 ? NAMES.size() : 4;
            values.put(NAMES.get(random.nextInt(odd)), randomValue(random));
        }
        return values;
    }

    private static @Nullable Object randomValue(Random random) {
        return switch (random.nextInt(random.nextInt(6) == 0 ? 16 : 8)) {
            case 0 -> random.nextDouble();
            case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> (long) random.nextInt();
            case 4 -> random.nextLong() >> random.nextInt(64);
            case 5 -> random.nextBoolean();
            case 6 -> "text" + random.nextInt(10);
            case 7 -> (double) random.nextInt(1000);
            case 8 -> null;
            case 9 -> "ä\"\\\u0001" + random.nextInt();
            case 10 -> List.of(1L, 2.0);
            case 11 -> Map.of("k", 1L);
            case 12 -> new BigInteger(80, random);
            case 13 -> new BigDecimal("1.50");
            case 14 -> Instant.EPOCH;
            default -> random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
        };
    }

    /** Names stand for themselves. */
    private static final class Members implements MemberSink<String> {
        private final Map<String, @Nullable Object> read = new LinkedHashMap<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public String column(String name) {
            asked.add(name);
            return name;
        }

        @Override
        public void putDouble(String column, double value) {
            put(column, value);
        }

        @Override
        public void putLong(String column, long value) {
            put(column, value);
        }

        @Override
        public void putNull(String column) {
            put(column, null);
        }

        @Override
        public void putObject(String column, Object value) {
            put(column, value);
        }

        private void put(String column, @Nullable Object value) {
            if (read.containsKey(column)) {
                throw new SerializationException(column, "the name occurs twice");
            }
            read.put(column, value);
        }
    }
}
