package io.rush.core.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads values from JSON. For one text and one thread. */
final class ValueReader {
    private final JsonParser json;
    private final ValuePath path;

    ValueReader(JsonParser json, ValuePath path) {
        this.json = json;
        this.path = path;
    }

    /** The whole text as one value. */
    @Nullable
    Object readAll() {
        Object value = read(json.nextToken());
        requireEnd();
        return value;
    }

    /** The whole text as an object of named values. */
    Map<String, Object> readAllNamed() {
        Map<String, Object> members = readMembers(firstName());
        requireEnd();
        return members;
    }

    /** The whole text as an object of named values, member by member. */
    NamedValueSink readAllNamed(NamedValueSink sink) {
        for (String name = firstName(); name != null; name = json.nextName()) {
            readMember(requirePlain(name), sink);
        }
        requireEnd();
        return sink;
    }

    private @Nullable String firstName() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw path.refusal("expected a JSON object of named values");
        }
        return json.nextName();
    }

    private void readMember(String name, NamedValueSink sink) {
        path.enter(name);
        JsonToken token = json.nextToken();
        switch (token) {
            case VALUE_NUMBER_FLOAT -> sink.onDouble(name, json.getDoubleValue());
            case VALUE_NUMBER_INT -> sink.onLong(name, json.getLongValue());
            case VALUE_NULL -> sink.onNull(name);
            default -> sink.onObject(name, readPresent(token));
        }
        path.leave();
    }

    private @Nullable Object read(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_NULL ? null : readPresent(token);
    }

    private Object readPresent(@Nullable JsonToken token) {
        if (token == null) {
            throw path.refusal("the JSON text is empty or cut off");
        }
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case START_ARRAY -> readList();
            case START_OBJECT -> readObject();
            default -> throw path.refusal("unexpected JSON " + token);
        };
    }

    private List<@Nullable Object> readList() {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            path.enter(elements.size());
            elements.add(read(token));
            path.leave();
        }
        return Collections.unmodifiableList(Arrays.asList(elements.toArray()));
    }

    private Object readObject() {
        String first = json.nextName();
        if (Markers.LARGE.equals(first)) {
            return LargeObjectText.read(json, path);
        } else if (first != null && Markers.isMarker(first)) {
            return readMarked(first);
        }
        return readMembers(first);
    }

    private Map<String, Object> readMembers(@Nullable String first) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String wire = first; wire != null; wire = json.nextName()) {
            String name = requirePlain(wire);
            path.enter(name);
            if (members.containsKey(name)) {
                throw path.refusal("the name occurs twice");
            }
            members.put(name, read(json.nextToken()));
            path.leave();
        }
        return Collections.unmodifiableMap(members);
    }

    private Object readMarked(String marker) {
        if (json.nextToken() != JsonToken.VALUE_STRING) {
            throw path.refusal(marker + " must have a string");
        }
        Object value = parseMarked(marker);
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw path.refusal(marker + " must stand alone in its object");
        }
        return value;
    }

    private Object parseMarked(String marker) {
        try {
            return switch (marker) {
                case Markers.INTEGER -> new BigInteger(json.getString());
                case Markers.DECIMAL -> new BigDecimal(json.getString());
                case Markers.INSTANT -> Instant.parse(json.getString());
                case Markers.BYTES -> json.getBinaryValue();
                default -> throw path.refusal("unknown marker " + marker);
            };
        } catch (NumberFormatException | DateTimeException malformed) {
            throw path.refusal(marker + " has malformed text", malformed);
        }
    }

    private String requirePlain(String wireName) {
        if (Markers.isMarker(wireName)) {
            throw path.refusal("the marker " + wireName + " does not belong here");
        }
        return Markers.unescape(wireName);
    }

    private void requireEnd() {
        if (json.nextToken() != null) {
            throw path.refusal("there is more after the end of the JSON value");
        }
    }
}
