package io.rush.core.codec;

import io.rush.api.ValueCodec;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * The value model as readable UTF-8 JSON and back, exactly. Thread-safe.
 *
 * <p>Strings, booleans, null, lists and maps are what JSON calls them. A long is an integer literal; a double always has a
 * fraction or an exponent, or is a bare {@code NaN}, {@code Infinity} or {@code -Infinity}. The others are marked
 * objects: {@code {"$int":"5"}}, {@code {"$dec":"5.00"}}, {@code {"$instant":"2026-01-01T00:00:00Z"}}, {@code
 * {"$bytes":"<base64>"}}, and {@code {"$large":{"file":"...","bytes":5,"sha256":"..."}}} for a {@link
 * io.rush.api.task.LargeObject}. A name that begins with {@code $} has one more of it on the wire.
 *
 * <p>Written and read back as their wider kin: {@code byte}, {@code short} and {@code int} as long; {@code float} as the
 * double nearest to its decimal text, so that {@code 0.1f} is 0.1; {@code char} and enums as strings; collections and
 * arrays as lists; records as maps, where an empty {@code Optional} component is left out. Texts with half of a surrogate
 * pair are refused. What is read cannot be changed, but for {@code byte[]}, which is the reader's own.
 */
public final class JsonValues implements ValueCodec {
    /** Where a text stands that was handed over without a name. */
    private static final String UNNAMED = "";

    @Override
    public byte[] encode(Map<String, ?> values) {
        return encode(UNNAMED, values);
    }

    /**
     * Named values as a JSON object.
     *
     * @param path what to call the values in a refusal, for example {@code xs[3]}
     * @throws io.rush.api.error.SerializationException if a value is outside the value model; with its path
     */
    public byte[] encode(String path, Map<String, ?> values) {
        return encodeNamed(path, values);
    }

    /**
     * A map's or a record's named values as a JSON object.
     *
     * @throws io.rush.api.error.SerializationException if it is neither, or a value is outside the value model
     */
    public byte[] encodeNamed(String path, @Nullable Object mapOrRecord) {
        return write(path, writer -> writer.writeNamed(mapOrRecord));
    }

    /**
     * One value as JSON.
     *
     * @throws io.rush.api.error.SerializationException if it is outside the value model; with its path
     */
    public byte[] encodeValue(String path, @Nullable Object value) {
        return write(path, writer -> writer.write(value));
    }

    /**
     * A map's or a record's named values as they would come back, in a map that cannot be changed.
     *
     * @throws io.rush.api.error.SerializationException if it is neither, or a value is outside the value model
     */
    public Map<String, Object> toNamed(String path, @Nullable Object mapOrRecord) {
        return decode(path, encodeNamed(path, mapOrRecord));
    }

    @Override
    public Map<String, Object> decode(byte[] json) {
        return decode(UNNAMED, json);
    }

    /**
     * The named values of a JSON object, in a map that cannot be changed.
     *
     * @param path what to call the text in an error
     * @throws io.rush.api.error.SerializationException if the bytes are not what {@link #encodeNamed} makes
     */
    public Map<String, Object> decode(String path, byte[] json) {
        return read(path, json, ValueReader::readAllNamed);
    }

    /**
     * Hands the members of a JSON object over one by one, in order.
     *
     * @throws io.rush.api.error.SerializationException if the bytes are not what {@link #encodeNamed} makes; the sink may
     *     have seen some members by then, and sees a name twice where the text has it twice
     */
    public void readNamed(String path, byte[] json, NamedValueSink sink) {
        read(path, json, reader -> reader.readAllNamed(sink));
    }

    /**
     * The value of a JSON text.
     *
     * @throws io.rush.api.error.SerializationException if the bytes are not what {@link #encodeValue} makes
     */
    public @Nullable Object decodeValue(byte[] json) {
        return decodeValue(UNNAMED, json);
    }

    /** The same with what to call the text in an error. */
    public @Nullable Object decodeValue(String path, byte[] json) {
        return read(path, json, ValueReader::readAll);
    }

    /**
     * Whether a text is that of a {@link io.rush.api.task.LargeObject}. Named values never are, whatever their names: those
     * of users begin otherwise.
     */
    public static boolean isLargeObject(byte[] json) {
        return LargeObjectText.isReference(json);
    }

    private static byte[] write(String root, Consumer<ValueWriter> content) {
        ValuePath path = new ValuePath(root);
        ByteArrayBuilder target = new ByteArrayBuilder();
        try (JsonGenerator json = JsonFormat.generator(target)) {
            content.accept(new ValueWriter(json, path));
        } catch (JacksonException refused) {
            throw path.refusal("cannot be written as JSON: " + refused.getOriginalMessage(), refused);
        }
        return target.toByteArray();
    }

    private static <T extends @Nullable Object> T read(String root, byte[] text, Function<ValueReader, T> content) {
        ValuePath path = new ValuePath(root);
        try (JsonParser json = JsonFormat.parser(text)) {
            return content.apply(new ValueReader(json, path));
        } catch (JacksonException damaged) {
            throw path.refusal(
                    "damaged JSON near byte " + damaged.getLocation().getByteOffset() + ": "
                            + damaged.getOriginalMessage(),
                    damaged);
        }
    }
}
