package io.rush.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as JSON, with the raw value of every round. */
public final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    /** The text of the whole report. */
    public static String of(Report report) {
        String lines = report.lines().stream().map(line -> value(members(line))).collect(Collectors.joining(",\n    "));
        return "{\n  \"facts\": " + value(report.facts()) + ",\n  \"lines\": [\n    " + lines + "\n  ]\n}\n";
    }

    private static Map<String, Object> members(Line line) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("figure", line.figure());
        members.put("quantity", line.quantity().name());
        members.put("unit", line.quantity().unit());
        members.put("rush", members(line.ours()));
        members.put("floor", line.floor().map(JsonText::members));
        members.put("floor_is", line.quantity().beside());
        members.put("ratio", line.ratio().map(JsonText::members));
        members.put("bar", line.quantity().bar().toString());
        members.put("met", line.isMet());
        return members;
    }

    private static Map<String, Object> members(Series series) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("median", series.median());
        members.put("min", series.min());
        members.put("max", series.max());
        members.put("rounds", series.values());
        return members;
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> text(String.valueOf(member.getKey())) + ": " + value(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(JsonText::value).orElse("null");
        }
        boolean isLiteral = value instanceof Number || value instanceof Boolean;
        return isLiteral ? String.valueOf(value) : text(String.valueOf(value));
    }

    private static String text(String content) {
        return content.chars().mapToObj(JsonText::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int code) {
        if (code == '"' || code == '\\') {
            return "\\" + (char) code;
        }
        return code < FIRST_PRINTABLE ? String.format("\\u%04x", code) : String.valueOf((char) code);
    }
}
