package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.LargeObject;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** References to large objects as marked JSON objects. */
final class LargeObjectText {
    private static final String FILE = "file";
    private static final String SIZE = "bytes";
    private static final String SHA_256 = "sha256";
    private static final byte[] BEGIN = ("{\"" + Markers.LARGE + "\":").getBytes(UTF_8);

    private LargeObjectText() {}

    static boolean isReference(byte[] json) {
        return json.length > BEGIN.length && Arrays.equals(json, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    static void write(JsonGenerator json, LargeObject reference) {
        json.writeStartObject();
        json.writeName(Markers.LARGE);
        json.writeStartObject();
        json.writeName(FILE);
        json.writeString(reference.file());
        json.writeName(SIZE);
        json.writeNumber(reference.bytes());
        json.writeName(SHA_256);
        json.writeString(reference.sha256());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Reads on after the marker, up to the end of both objects. */
    static LargeObject read(JsonParser json, ValuePath path) {
        require(json.nextToken() == JsonToken.START_OBJECT, path);
        require(FILE.equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_STRING, path);
        String file = json.getString();
        require(SIZE.equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT, path);
        long bytes = json.getLongValue();
        require(SHA_256.equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_STRING, path);
        String sha256 = json.getString();
        requireEnd(json, path);
        requireEnd(json, path);
        try {
            return new LargeObject(file, bytes, sha256);
        } catch (ConfigurationException illegal) {
            throw path.refusal(Markers.LARGE + " is damaged: " + illegal.getMessage(), illegal);
        }
    }

    private static void requireEnd(JsonParser json, ValuePath path) {
        require(json.nextToken() == JsonToken.END_OBJECT, path);
    }

    private static void require(boolean sound, ValuePath path) {
        if (!sound) {
            throw path.refusal(Markers.LARGE + " must have a file, bytes and sha256, in this order");
        }
    }
}
