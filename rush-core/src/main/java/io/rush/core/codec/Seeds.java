package io.rush.core.codec;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Seed;
import java.util.List;

/** A task's seed as a JSON array of its seven integers and back. */
public final class Seeds {
    private static final JsonValues JSON = new JsonValues();
    private static final String FIELD = "seed";

    private Seeds() {}

    /** The seed as JSON. */
    public static byte[] encode(Seed seed) {
        return JSON.encodeValue(FIELD, seed.values());
    }

    /**
     * The seed back.
     *
     * @throws SerializationException if the bytes are not what {@link #encode} makes
     */
    public static Seed decode(byte[] json) {
        if (!(JSON.decodeValue(FIELD, json) instanceof List<?> words)) {
            throw new SerializationException(FIELD, "must be a JSON array of seven integers");
        }
        try {
            return Seed.of(words.stream().mapToInt(Seeds::word).toArray());
        } catch (ConfigurationException invalid) {
            throw new SerializationException(FIELD, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private static int word(Object word) {
        if (word instanceof Long wide && wide.intValue() == wide) {
            return wide.intValue();
        }
        throw new SerializationException(FIELD, "must hold integers of 32 bits, not " + word);
    }
}
