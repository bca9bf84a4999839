package io.rush.core.doctor;

import io.rush.core.script.ScriptCommands;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The commands without which rush does not work. */
final class RequiredCommands {
    /** Those that are sent as they are, outside the scripts. */
    static final List<String> DIRECT = List.of(
            "BLPOP",
            "DEL",
            "EVAL",
            "EVALSHA",
            "GET",
            "HDEL",
            "HGET",
            "HMGET",
            "HSET",
            "LRANGE",
            "SADD",
            "SET",
            "XRANGE",
            "XREAD",
            "XREVRANGE",
            "XTRIM");

    private RequiredCommands() {}

    /** Names of all of them, in order. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(ScriptCommands.names());
        names.addAll(DIRECT);
        return names;
    }
}
