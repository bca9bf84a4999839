package io.rush.core.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The commands that the scripts send, as their text says. */
public final class ScriptCommands {
    private static final Pattern CALL = Pattern.compile("\\bcall\\('(\\w+)'");

    private ScriptCommands() {}

    /** Names of all of them, in order. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Script script : Script.values()) {
            CALL.matcher(new String(LoadedScript.of(script).source(), UTF_8))
                    .results()
                    .forEach(call -> names.add(call.group(1)));
        }
        return names;
    }
}
