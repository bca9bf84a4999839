package io.rush.core.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to {@code INFO}. */
public final class InfoText {
    private InfoText() {}

    /** Values by name, in the order of the text. */
    public static Map<String, String> parse(String text) {
        Map<String, String> info = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .map(line -> line.split(":", 2))
                .forEach(pair -> info.put(pair[0], pair[1]));
        return info;
    }
}
